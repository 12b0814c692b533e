package renditions.image;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A format of encoded pictures. The engine detects it from the bytes, never from a name or a content type.
public enum Format {
    JPEG("jpeg", "jpg", "image/jpeg", true),
    PNG("png", "png", "image/png", true),
    WEBP("webp", "webp", "image/webp", true),
    AVIF("avif", "avif", "image/avif", true),
    GIF("gif", "gif", "image/gif", false),
    TIFF("tiff", "tif", "image/tiff", false);

    private final String id;
    private final String extension;
    private final String contentType;
    private final boolean writable;

    Format(String id, String extension, String contentType, boolean writable) {
        this.id = id;
        this.extension = extension;
        this.contentType = contentType;
        this.writable = writable;
    }

    /// The name in settings and manifests, lower case.
    public String id() {
        return id;
    }

    /// The file name extension of a rendition, without the dot.
    public String extension() {
        return extension;
    }

    /// The media type that a rendition is stored with.
    public String contentType() {
        return contentType;
    }

    /// Whether renditions can be made in this format; every format can be read.
    public boolean writable() {
        return writable;
    }

    /// The formats that renditions can be made in.
    public static List<Format> writables() {
        return Arrays.stream(values()).filter(Format::writable).toList();
    }

    /// The ids of formats, for people: `jpeg, png`.
    public static String ids(List<Format> formats) {
        return formats.stream().map(Format::id).collect(Collectors.joining(", "));
    }

    /// The format that the extension of a file name promises. Only a hint: the bytes decide.
    public static Optional<Format> hinted(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> format.id.equalsIgnoreCase(extension) || format.extension.equalsIgnoreCase(extension))
                .findFirst();
    }

    /// The format with this [#id()].
    public static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }
}
