package renditions.image.guard;

import java.lang.foreign.MemorySegment;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The tags of an ICC colour profile. Those that hold programs (multi-process elements) are taken away: a program may
/// have any number of steps, lcms runs all of them for each colour, and no cancellation reaches it. Every profile has
/// tables or matrices as well.
///
/// Source: ICC.1:2022, sections 7.3 and 9.2 (`D2B0` to `D2B3`, `B2D0` to `B2D3`); lcms `cmsio0.c`, `cmsio1.c`.
final class ColourProfile {
    private static final int HEADER = 128;
    private static final int TAG = 12;
    /// The most tags that lcms takes.
    private static final int MOST_TAGS = 100;
    private static final int TABLE = HEADER + Integer.BYTES + MOST_TAGS * TAG;

    private ColourProfile() {}

    /// Renames the tags of programs.
    static void reduce(Extents profile) {
        for (long tag = program(profile, 0); tag >= 0; tag = program(profile, tag)) {
            profile.put8(tag, 'x');
        }
    }

    /// Whether a compressed profile has tags of programs. Only the table of tags is inflated.
    ///
    /// @param count the bytes, all in the file
    static boolean hasPrograms(Upload file, long at, long count) {
        var table = new byte[TABLE];
        try (var inflater = new Inflater()) {
            inflater.setInput(file.buffer(at, count));
            int length = 0;
            while (length < TABLE && !inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                length += inflater.inflate(table, length, TABLE - length);
            }
        } catch (DataFormatException broken) {
            return false; // libpng ignores the profile
        }
        var upload = new Upload(MemorySegment.ofArray(table));
        return program(new Extents(upload, 0, TABLE), 0) >= 0;
    }

    /// The place of the first tag of a program from here on, or -1.
    private static long program(Extents profile, long from) {
        long tags = HEADER + Integer.BYTES;
        long end = tags + TAG * Math.min(MOST_TAGS, count(profile));
        for (long tag = Math.max(tags, from); tag < end; tag += TAG) {
            if (isProgram(profile, tag)) {
                return tag;
            }
        }
        return -1;
    }

    private static boolean isProgram(Extents profile, long tag) {
        int first = profile.unsigned8(tag);
        int third = profile.unsigned8(tag + 2);
        return profile.unsigned8(tag + 1) == '2' && ((first == 'D' && third == 'B') || (first == 'B' && third == 'D'));
    }

    private static long count(Extents profile) {
        long count = 0;
        for (int digit = 0; digit < Integer.BYTES; digit++) {
            count = (count << Byte.SIZE) | profile.unsigned8(HEADER + digit);
        }
        return count;
    }
}
