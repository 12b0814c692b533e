package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The directories of a TIFF or BigTIFF. Offsets are untrusted: outside the file every number is zero.
///
/// Source: TIFF 6.0, section 2; "The BigTIFF File Format", libtiff.
final class TiffFile {
    private static final int BIG = 43;
    /// The most entries that are read of a directory, and the most directories; the guard lets fewer pass.
    private static final long MOST_ENTRIES = 4_096;
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_PARTS = 16;

    private final MemorySegment tiff;
    private final ByteOrder order;
    private final boolean big;

    /// @param tiff begins with the signature of a TIFF
    TiffFile(MemorySegment tiff) {
        this.tiff = tiff;
        order = tiff.get(ValueLayout.JAVA_BYTE, 0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        big = unsigned16(2) == BIG;
    }

    /// All pages, at least one.
    List<TiffDirectory> pages() {
        var pages = new ArrayList<TiffDirectory>();
        long at = offset(big ? 8 : 4);
        do {
            pages.add(new TiffDirectory(this, at));
            at = offset(end(at));
        } while (at != 0 && pages.size() < MOST_PAGES);
        return pages;
    }

    /// The number of the page that is shown, counted from 0: the first that is neither a smaller copy of another
    /// nor a mask; if all are, the first.
    int shownNumber() {
        var pages = pages();
        return IntStream.range(0, pages.size())
                .filter(number -> pages.get(number).isFull())
                .findFirst()
                .orElse(0);
    }

    /// The page of [#shownNumber()].
    TiffDirectory shown() {
        return pages().get(shownNumber());
    }

    /// The directories that a page names as its parts.
    List<TiffDirectory> parts(TiffDirectory page) {
        return page.values(TiffDirectory.SUB_DIRECTORIES)
                .limit(MOST_PARTS)
                .mapToObj(at -> new TiffDirectory(this, at))
                .toList();
    }

    /// The place of the entry with this tag; negative if there is none.
    long entry(long directory, int tag) {
        for (long entry = first(directory); entry < end(directory); entry += length()) {
            if (unsigned16(entry) == tag) {
                return entry;
            }
        }
        return -1;
    }

    /// The number of an entry's values.
    long count(long entry) {
        return offset(entry + 4);
    }

    /// The place of an entry's values.
    ///
    /// @param bytes of all of them
    long values(long entry, long bytes) {
        long inside = entry + (big ? 12 : 8);
        return bytes <= (big ? 8 : 4) ? inside : offset(inside);
    }

    private long first(long directory) {
        return directory + (big ? 8 : 2);
    }

    private long end(long directory) {
        long entries = Math.min(MOST_ENTRIES, big ? number(directory, 8) : unsigned16(directory));
        return first(directory) + entries * length();
    }

    private int length() {
        return big ? 20 : 12;
    }

    private long offset(long at) {
        return big ? number(at, 8) : number(at, 4);
    }

    /// A number of 1, 2, 4 or 8 bytes; at most [Integer#MAX_VALUE].
    long number(long at, int width) {
        if (at < 0 || at > tiff.byteSize() - width) {
            return 0;
        }
        long number = switch (width) {
            case 1 -> Byte.toUnsignedLong(tiff.get(ValueLayout.JAVA_BYTE, at));
            case 2 -> Short.toUnsignedLong(tiff.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at));
            case 4 -> Integer.toUnsignedLong(tiff.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at));
            default -> tiff.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
        };
        return number < 0 ? Integer.MAX_VALUE : Math.min(Integer.MAX_VALUE, number);
    }

    int unsigned16(long at) {
        return (int) number(at, 2);
    }
}
