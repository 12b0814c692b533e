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

    /// The option, with a comma before it, that makes it shrink while it decodes; nothing where it cannot. A JPEG
    /// is shrunk by 2, 4 or 8 and by half of `factor` at most: it shrinks coarsely, and a fine resize that still
    /// halves hides that.
    ///
    /// Source: libvips `thumbnail.c`, `vips_thumbnail_find_jpegshrink`.
    ///
    /// @param factor how many pixels of the picture become one, at least 1
    String shrinking(double factor) {
        return switch (this) {
            case JPEG, ULTRA_HDR -> ",shrink=" + Math.clamp(Integer.highestOneBit((int) (factor / 2)), 1, 8);
            case WEBP -> ",scale=" + 1 / factor;
            case PNG, GIF, TIFF, HEIF -> "";
        };
    }

    /// The loader of this class; libvips names no other, since all others are blocked.
    static Loader of(String className) {
        return Arrays.stream(values())
                .filter(loader -> loader.className.equals(className))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a loader that is not blocked: " + className));
    }
}
