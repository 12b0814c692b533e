package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import renditions.image.PixelSize;

/// The first directory of a TIFF or BigTIFF: how its first page is stored.
///
/// Source: TIFF 6.0, section 2; "The BigTIFF File Format", libtiff.
final class TiffDirectory {
    private static final int COMPRESSION = 259;
    private static final int ROWS_PER_STRIP = 278;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int SAMPLES = 277;
    private static final int PLANES = 284;
    private static final int CHUNKY = 1;
    private static final int SHORT = 3;
    /// The most lines of a strip that libvips decodes at once, if the samples are not in planes.
    private static final long MOST_LINES = 128;
    private static final int NONE = 1;
    private static final int BIG = 43;
    /// The most entries that are read; a real directory has a few dozen.
    private static final long MOST_ENTRIES = 4096;

    private final MemorySegment tiff;
    private final ByteOrder order;

    /// @param tiff begins with the signature of a TIFF
    TiffDirectory(MemorySegment tiff) {
        this.tiff = tiff;
        order = tiff.get(ValueLayout.JAVA_BYTE, 0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /// The number of the page's compression; 1, which means none, if the directory does not say or is misplaced.
    int compression() {
        return (int) Math.min(0xffff, value(COMPRESSION, NONE));
    }

    /// The pixels of tiles or strips that libvips holds at once: two rows of tiles and the tile that is decoded, or a
    /// strip. Of a strip in planes it holds all of them and one more; a strip of many lines it reads line by line.
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

    /// The only number of a field, of 16 or 32 bits; at most [Integer#MAX_VALUE].
    private long value(int tag, long otherwise) {
        boolean big = unsigned16(2) == BIG;
        long directory = big ? number64(8) : unsigned32(4);
        long entries = Math.min(MOST_ENTRIES, big ? number64(directory) : unsigned16(directory));
        for (long entry = 0; entry < entries; entry++) {
            long at = big ? directory + 8 + 20 * entry : directory + 2 + 12 * entry;
            if (unsigned16(at) == tag) {
                long number = at + (big ? 12 : 8);
                return unsigned16(at + 2) == SHORT
                        ? unsigned16(number)
                        : Math.min(Integer.MAX_VALUE, unsigned32(number));
            }
        }
        return otherwise;
    }

    // Offsets are untrusted: outside the file every number is zero.

    private int unsigned16(long at) {
        return holds(at, Short.BYTES)
                ? Short.toUnsignedInt(tiff.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at))
                : 0;
    }

    private long unsigned32(long at) {
        return holds(at, Integer.BYTES)
                ? Integer.toUnsignedLong(tiff.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at))
                : 0;
    }

    private long number64(long at) {
        return holds(at, Long.BYTES) ? tiff.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at) : 0;
    }

    private boolean holds(long at, long bytes) {
        return at >= 0 && at <= tiff.byteSize() - bytes;
    }
}
