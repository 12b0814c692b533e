package renditions.image.vips;

import java.util.Arrays;
import renditions.image.Format;

/// The decoders of libvips that are used, each reading from memory. All others are blocked.
enum Loader {
    JPEG("VipsForeignLoadJpegBuffer", Format.JPEG),
    /// JPEG with a gain map for brighter screens; the plain picture in it is read.
    ULTRA_HDR("VipsForeignLoadUhdrBuffer", Format.JPEG),
    PNG("VipsForeignLoadPngBuffer", Format.PNG),
    WEBP("VipsForeignLoadWebpBuffer", Format.WEBP),
    GIF("VipsForeignLoadNsgifBuffer", Format.GIF),
    TIFF("VipsForeignLoadTiffBuffer", Format.TIFF),
    /// Of the pictures in this container only AVIF can be decoded; HEIC opens and then has no pixels.
    HEIF("VipsForeignLoadHeifBuffer", Format.AVIF);

    private final String className;
    private final Format format;

    Loader(String className, Format format) {
        this.className = className;
        this.format = format;
    }

    /// The name of its class in libvips.
    String className() {
        return className;
    }

    Format format() {
        return format;
    }

    /// The loader of this class; libvips names no other, since all others are blocked.
    static Loader of(String className) {
        return Arrays.stream(values())
                .filter(loader -> loader.className.equals(className))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a loader that is not blocked: " + className));
    }
}
