package renditions.image.guard;

/// A block of EXIF, reduced to its orientation: whatever it says, it becomes a block of one directory with one entry.
/// Cameras write directories that point at others, and files are made whose directories point at themselves; a
/// library would follow them.
///
/// The orientation is the one that libexif would find. Source: EXIF 2.32, section 4.6; libexif `exif-data.c`.
final class Exif {
    private static final String PREFIX = "Exif\0\0";
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int DIRECTORY = 2;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int UPRIGHT = 1;

    private Exif() {}

    /// Reduces a block, which may have the prefix that it has in a JPEG.
    ///
    /// @param length of the block, all of it in the file
    /// @return whether there was room for an orientation; without it the block is blank
    static boolean reduce(Upload upload, long at, long length) {
        long header = upload.says(at, PREFIX) ? at + PREFIX.length() : at;
        long end = at + length;
        int orientation = orientation(upload, header, end);
        upload.blank(header, end - header);
        boolean room = end - header >= HEADER + DIRECTORY + ENTRY + Integer.BYTES;
        if (room) {
            write(upload, header, orientation);
        }
        return room;
    }

    private static void write(Upload upload, long header, int orientation) {
        upload.put(header, "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0"); // up to the value of the only entry
        upload.put8(header + HEADER + DIRECTORY + 9, orientation);
    }

    private static int orientation(Upload file, long header, long end) {
        boolean little = file.says(header, "II");
        var exif = file.ordered(little);
        if ((!little && !file.says(header, "MM")) || exif.unsigned16(header + 2) != 42) {
            return UPRIGHT;
        }
        long directory = header + exif.unsigned32(header + 4);
        long fitting = (end - directory - DIRECTORY) / ENTRY;
        long entries = Math.min(exif.unsigned16(directory), fitting);
        for (long entry = directory + DIRECTORY; entries > 0; entries--, entry += ENTRY) {
            if (exif.unsigned16(entry) == ORIENTATION) {
                int found = value(exif, header, end, entry);
                return found >= UPRIGHT && found <= 8 ? found : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /// The first number of an entry; zero if the entry has another type or lies outside.
    private static int value(Upload exif, long header, long end, long entry) {
        int type = exif.unsigned16(entry + 2);
        long count = exif.unsigned32(entry + 4);
        int bytes = type == SHORT || type == SHORT + 5 ? Short.BYTES : Integer.BYTES;
        boolean number = bytes == Short.BYTES || type == 4 || type == 9;
        boolean inside = count * bytes <= Integer.BYTES;
        long at = inside ? entry + 8 : header + exif.unsigned32(entry + 8);
        if (!number || count < 1 || count > 9 || at + count * bytes > end) {
            return 0;
        }
        return bytes == Short.BYTES ? exif.unsigned16(at) : (int) exif.unsigned32(at);
    }
}
