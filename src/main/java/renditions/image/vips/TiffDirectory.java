package renditions.image.vips;

import java.util.stream.LongStream;
import renditions.image.PixelSize;

/// A directory of a TIFF or BigTIFF: how a page is stored.
///
/// Source: TIFF 6.0, section 2; "The BigTIFF File Format", libtiff.
///
/// @param at its place in the file
record TiffDirectory(TiffFile tiff, long at) {
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int BITS = 258;
    static final int SAMPLE_FORMAT = 339;
    static final int SUB_DIRECTORIES = 330;

    /// The tag whose lowest bits say that the page is a smaller copy of another, or a mask for it.
    private static final int KIND = 254;
    private static final int REDUCED = 1;
    private static final int MASK = 4;

    /// The older tag for the same, and its value for a smaller copy.
    private static final int OLD_KIND = 255;
    private static final int OLD_REDUCED = 2;

    private static final int SAMPLES = 277;
    private static final int PLANES = 284;
    private static final int ROWS_PER_STRIP = 278;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int CHUNKY = 1;
    private static final int SHORT = 3;
    private static final int LONG_8 = 16;
    private static final int DIRECTORY_8 = 18;
    /// The most lines of a strip that libvips decodes at once, if the samples are not in planes.
    private static final long MOST_LINES = 128;
    /// The most values of an entry that are read.
    private static final int MOST_VALUES = 16;

    boolean isReduced() {
        return (value(KIND, 0) & REDUCED) != 0 || value(OLD_KIND, 0) == OLD_REDUCED;
    }

    /// Whether it shows a whole picture in full size, as far as it says.
    boolean isFull() {
        return !isReduced() && (value(KIND, 0) & MASK) == 0;
    }

    boolean isTiled() {
        return has(TILE_WIDTH);
    }

    /// Whether each strip or tile holds one sample of its pixels only.
    boolean isPlanar() {
        return value(PLANES, CHUNKY) != CHUNKY && value(SAMPLES, 1) > 1;
    }

    boolean has(int tag) {
        return tiff.entry(at, tag) >= 0;
    }

    /// The pixels of tiles or strips that libvips holds at once: two rows of tiles and the tile that is decoded, or
    /// a strip. Of a strip in planes it holds all of them and one more; a strip of many lines it reads line by
    /// line.
    ///
    /// Source: libvips `tiff2vips.c`, `rtiff_read_tilewise`, `rtiff_header_read`, `rtiff_read_stripwise`.
    ///
    /// @param page its size
    long blockPixels(PixelSize page) {
        long width = value(TILE_WIDTH, 0);
        long height = value(TILE_LENGTH, 0);
        if (width > 0 && height > 0) {
            long across = Math.ceilDiv(page.width(), width);
            long rows = Math.min(2, Math.ceilDiv(page.height(), height));
            return (rows * across + 1) * Math.min(Integer.MAX_VALUE, width * height);
        }
        long lines = Math.min(value(ROWS_PER_STRIP, page.height()), page.height());
        long strip = lines * page.width();
        if (value(PLANES, CHUNKY) != CHUNKY) {
            return strip + strip / Math.max(1, value(SAMPLES, 1));
        }
        return lines > MOST_LINES ? 0 : strip;
    }

    /// The first number of a field, of 8 to 64 bits, at most [Integer#MAX_VALUE]; `otherwise` if there is none.
    long value(int tag, long otherwise) {
        return values(tag).findFirst().orElse(otherwise);
    }

    /// The first numbers of a field.
    LongStream values(int tag) {
        long entry = tiff.entry(at, tag);
        if (entry < 0) {
            return LongStream.empty();
        }
        int type = tiff.unsigned16(entry + 2);
        int width = type == SHORT ? 2 : type >= LONG_8 && type <= DIRECTORY_8 ? 8 : type == 1 ? 1 : 4;
        long first = tiff.values(entry, tiff.count(entry) * width);
        return LongStream.range(0, Math.min(MOST_VALUES, tiff.count(entry)))
                .map(number -> tiff.number(first + number * width, width));
    }
}
