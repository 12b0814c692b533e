package renditions.image.guard;

/// Where the parts of TIFF and BigTIFF directories are. A directory is given by its place, an entry too.
///
/// Source: TIFF 6.0, section 2; "The BigTIFF File Format", libtiff; libtiff `tif_dirread.c`.
final class TiffEntries {
    private static final int CLASSIC = 42;
    private static final int BIG = 43;

    /// A tag that every reader knows and none needs, and of which each directory counts the first only.
    private static final int SOFTWARE = 305;
    private static final int ASCII = 2;

    /// The bytes of a value of each type.
    private static final int[] WIDTHS = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8};

    /// The place of no entry: outside the file, where everything reads as zero.
    private static final long NONE = -64;

    private final Upload tiff;
    private final boolean big;

    TiffEntries(Upload tiff) {
        this.tiff = tiff;
        big = tiff.unsigned16(2) == BIG;
    }

    /// The first directory; 0 if this is no TIFF.
    long firstDirectory() {
        return big || tiff.unsigned16(2) == CLASSIC ? offset(big ? 8 : 4) : 0;
    }

    /// Whether the whole directory is in the file. Otherwise libtiff cannot read it either.
    boolean holdsDirectory(long directory) {
        return tiff.holds(directory, first(0))
                && count(directory) <= tiff.size()
                && tiff.holds(directory, end(0, count(directory)));
    }

    /// The number of entries.
    long count(long directory) {
        return big ? tiff.unsigned64(directory) : tiff.unsigned16(directory);
    }

    long first(long directory) {
        return directory + (big ? 8 : 2);
    }

    /// The place behind the last entry, where the offset of the next directory is.
    long end(long directory) {
        return end(directory, count(directory));
    }

    private long end(long directory, long count) {
        return first(directory) + count * length();
    }

    /// The bytes of an entry.
    int length() {
        return big ? 20 : 12;
    }

    /// The first entry with this tag, as libtiff takes it; [#NONE] if there is none.
    long find(long directory, int tag) {
        for (long entry = first(directory); entry < end(directory); entry += length()) {
            if (tiff.unsigned16(entry) == tag) {
                return entry;
            }
        }
        return NONE;
    }

    /// The bytes of an entry's values. A count that no file has counts as the largest that there is.
    long bytes(long entry) {
        long count = big ? tiff.unsigned64(entry + 4) : tiff.unsigned32(entry + 4);
        return Math.min(count, Integer.MAX_VALUE) * width(entry);
    }

    /// The bytes of one value.
    int width(long entry) {
        int type = tiff.unsigned16(entry + 2);
        return type < WIDTHS.length ? WIDTHS[type] : 1;
    }

    /// Whether the values are in the entry itself.
    boolean isInside(long entry) {
        return bytes(entry) <= (big ? 8 : 4);
    }

    /// The place of the values.
    long values(long entry) {
        long inside = entry + (big ? 12 : 8);
        return isInside(entry) ? inside : offset(inside);
    }

    /// The first value of an entry of numbers.
    long firstNumber(long entry) {
        return tiff.number(values(entry), width(entry));
    }

    /// Replaces an entry by an empty text.
    void replace(long entry) {
        tiff.blank(entry, length());
        tiff.put16(entry, SOFTWARE);
        tiff.put16(entry + 2, ASCII);
        if (big) {
            tiff.put64(entry + 4, 1);
        } else {
            tiff.put32(entry + 4, 1);
        }
    }

    long offset(long at) {
        return big ? tiff.unsigned64(at) : tiff.unsigned32(at);
    }

    void putOffset(long at, long offset) {
        if (big) {
            tiff.put64(at, offset);
        } else {
            tiff.put32(at, offset);
        }
    }
}
