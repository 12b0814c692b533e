package renditions.image.vips;

import java.util.Arrays;
import renditions.image.Format;

/// The decoders of libvips that are used, each reading from memory. All others are blocked.
enum Loader {
    JPEG("VipsForeignLoadJpegBuffer", Format.JPEG, false),
    /// JPEG with a gain map for brighter screens; the plain picture in it is read.
    ULTRA_HDR("VipsForeignLoadUhdrBuffer", Format.JPEG, false),
    PNG("VipsForeignLoadPngBuffer", Format.PNG, false),
    WEBP("VipsForeignLoadWebpBuffer", Format.WEBP, true),
    GIF("VipsForeignLoadNsgifBuffer", Format.GIF, true),
    TIFF("VipsForeignLoadTiffBuffer", Format.TIFF, false),
    /// Of the pictures in this container only AVIF can be decoded; HEIC opens and then has no pixels.
    HEIF("VipsForeignLoadHeifBuffer", Format.AVIF, true);

    private final String className;
    private final Format format;
    private final boolean atOnce;

    Loader(String className, Format format, boolean atOnce) {
        this.className = className;
        this.format = format;
        this.atOnce = atOnce;
    }

    /// The name of its class in libvips.
    String className() {
        return className;
    }

    Format format() {
        return format;
    }

    /// Whether it decodes every picture in one go, not line by line. Of the others, JPEG and PNG do so with
    /// pictures that are progressive or interlaced.
    boolean atOnce() {
        return atOnce;
    }

    /// The loader of this class; libvips names no other, since all others are blocked.
    static Loader of(String className) {
        return Arrays.stream(values())
                .filter(loader -> loader.className.equals(className))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a loader that is not blocked: " + className));
    }
}
