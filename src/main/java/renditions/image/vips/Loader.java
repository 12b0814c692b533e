package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import renditions.image.Format;

/// The decoders of libvips that are used, each reading from memory. All others are blocked.
enum Loader {
    JPEG("VipsForeignLoadJpegBuffer", Format.JPEG, false),
    PNG("VipsForeignLoadPngBuffer", Format.PNG, false),
    WEBP("VipsForeignLoadWebpBuffer", Format.WEBP, true),
    GIF("VipsForeignLoadNsgifBuffer", Format.GIF, true),
    TIFF("VipsForeignLoadTiffBuffer", Format.TIFF, false),
    /// Only AVIF in this container can be decoded; HEIC opens, but its pixels cannot be decoded.
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

    /// Whether it decodes every picture in one go, not line by line. JPEG and PNG do so only for progressive or
    /// interlaced pictures.
    boolean atOnce() {
        return atOnce;
    }

    /// The option, with a comma before it, that chooses the page of a file that is shown; empty if it is the first.
    String page(MemorySegment bytes) {
        int number = this == TIFF ? new TiffFile(bytes).shownNumber() : 0;
        return number == 0 ? "" : ",page=" + number;
    }

    /// The option, with a comma before it, that makes the decoder shrink; empty if it cannot. A JPEG is shrunk by
    /// 2, 4 or 8, and at most by half of `factor`: the decoder shrinks coarsely, and the fine resize that follows
    /// must still halve the picture to hide that.
    ///
    /// Source: libvips `thumbnail.c`, `vips_thumbnail_find_jpegshrink`.
    ///
    /// @param factor how many pixels of the picture become one along a side, at least 1
    String shrinking(double factor) {
        return switch (this) {
            case JPEG -> ",shrink=" + jpegShrink(factor);
            case WEBP -> ",scale=" + 1 / factor;
            case PNG, GIF, TIFF, HEIF -> "";
        };
    }

    /// How many pixels of a JPEG along a side its decoder makes one: 1, 2, 4 or 8.
    static int jpegShrink(double factor) {
        return Math.clamp(Integer.highestOneBit((int) (factor / 2)), 1, 8);
    }

    /// The loader of this class. libvips names no other, because all others are blocked.
    static Loader of(String className) {
        return Arrays.stream(values())
                .filter(loader -> loader.className.equals(className))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a loader that is not blocked: " + className));
    }
}
