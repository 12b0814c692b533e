package renditions.image.guard;

import java.util.Arrays;

/// The directories of a TIFF or BigTIFF: the chain that readers follow from the first page to the last.
final class TiffDirectories {
    private static final int KIND = 254;
    private static final int REDUCED = 1;
    private static final int MASK = 4;
    private static final int OLD_KIND = 255;
    private static final int OLD_REDUCED = 2;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int SAMPLES = 277;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_BYTES = 325;
    private static final int PROFILE = 34_675;

    /// What a decoder needs for the pixels and their colours, and what tells a camera's raw file. In order.
    private static final int[] READ = {
        254,
        255,
        256,
        257,
        258,
        259,
        262,
        263,
        264,
        265,
        266,
        273,
        274,
        277,
        278,
        STRIP_BYTES,
        280,
        281,
        282,
        283,
        284,
        290,
        291,
        292,
        293,
        296,
        297,
        301,
        317,
        318,
        319,
        320,
        321,
        322,
        323,
        324,
        TILE_BYTES,
        326,
        327,
        328,
        330,
        332,
        334,
        336,
        338,
        339,
        340,
        341,
        347,
        512,
        513,
        514,
        515,
        517,
        518,
        519,
        520,
        521,
        529,
        530,
        531,
        532,
        32995,
        32996,
        32997,
        32998,
        33421,
        33422,
        PROFILE,
        37439,
        50706
    };

    private final Upload tiff;
    private final TiffEntries entries;

    /// @param tiff in the file's own byte order
    TiffDirectories(Upload tiff) {
        this.tiff = tiff;
        entries = new TiffEntries(tiff);
    }

    /// Replaces all entries that nobody reads, and ends the chain behind the last page that is allowed.
    void check() throws Excess {
        long walked = 0;
        long values = 0;
        long count = 0;
        boolean shown = false;
        long at = entries.firstDirectory();
        for (int pages = 1; at != 0 && entries.holdsDirectory(at); pages++) {
            Excess.check(
                    entries.count(at), Limits.TIFF_ENTRIES, "entries in a directory", "save it anew without metadata");
            boolean candidate = pages == 1 || !shown;
            if (candidate) {
                checkPage(at);
                shown = isFull(at);
            }
            values += reduce(at);
            if (candidate) {
                Excess.check(values, Limits.TIFF_VALUES, "bytes in its directory", "save it anew without metadata");
            }
            long end = entries.end(at);
            walked += end - at;
            count += entries.count(at);
            boolean circle = walked > tiff.size();
            if (circle || pages == Limits.FRAMES || count > Limits.TIFF_ALL_ENTRIES || values > Limits.TIFF_VALUES) {
                entries.putOffset(end, 0);
                break;
            }
            at = entries.offset(end);
        }
    }

    /// Whether this is a page in full size, no smaller copy of another and no mask: the first such page is shown,
    /// or the first of all.
    private boolean isFull(long directory) {
        return (number(directory, KIND) & (REDUCED | MASK)) == 0 && number(directory, OLD_KIND) != OLD_REDUCED;
    }

    /// Refuses a page with a long side, many samples or a large colour profile, or whose strips or tiles overlap
    /// many times.
    private void checkPage(long directory) throws Excess {
        Excess.sides(number(directory, WIDTH), number(directory, HEIGHT));
        Excess.samples(number(directory, SAMPLES));
        long profile = entries.find(directory, PROFILE);
        Excess.check(entries.bytes(profile), Limits.PROFILE, "bytes of colour profile", "convert it to sRGB");
        ColourProfile.reduce(new Extents(tiff, entries.values(profile), entries.bytes(profile)));
        Excess.check(
                sum(entries.find(directory, STRIP_BYTES)) + sum(entries.find(directory, TILE_BYTES)),
                Math.max(Limits.TIFF_PIXELS, Limits.TIFF_OVERLAP * tiff.size()),
                "bytes of pixels, which overlap",
                "save it anew");
    }

    private long number(long directory, int tag) {
        return entries.firstNumber(entries.find(directory, tag));
    }

    /// The sum of the numbers of an entry, as far as they are in the file; none counts as more than the whole file.
    private long sum(long entry) {
        int width = entries.width(entry);
        long end = entries.values(entry) + entries.bytes(entry);
        long sum = 0;
        for (long at = entries.values(entry); at < end && tiff.holds(at, width); at += width) {
            sum += Math.min(tiff.number(at, width), tiff.size());
        }
        return sum;
    }

    /// Replaces the entries of a directory that nobody reads.
    ///
    /// @return the bytes that the other entries refer to
    private long reduce(long directory) {
        long referred = 0;
        for (long entry = entries.first(directory); entry < entries.end(directory); entry += entries.length()) {
            if (Arrays.binarySearch(READ, tiff.unsigned16(entry)) < 0) {
                entries.replace(entry);
            } else if (!entries.isInside(entry)) {
                referred += Math.min(entries.bytes(entry), tiff.size());
            }
        }
        return referred;
    }
}
