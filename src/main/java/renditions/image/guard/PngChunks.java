package renditions.image.guard;

import java.util.List;

/// The chunks of a PNG.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", sections 5 and 11.
final class PngChunks {
    /// The ancillary chunks that a decoder needs for the pixels and their colours.
    private static final List<String> READ =
            List.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "mDCV", "cLLI");

    /// A type that nobody knows, ancillary by its first letter, so that decoders skip it.
    private static final String SKIPPED = "skIp";

    /// The bytes of a chunk beside its content: length, type and check sum.
    private static final long FRAME = 12;

    private static final int LONGEST_NAME = 79;

    private final Upload png;

    PngChunks(Upload png) {
        this.png = png;
    }

    /// Reduces EXIF, and renames texts and all other chunks that nobody reads.
    void check() throws Excess {
        long chunks = 0;
        for (long at = 8; holdsChunk(at) && !png.says(at + 4, "IEND"); at += FRAME + png.unsigned32(at)) {
            Excess.check(++chunks, Limits.PNG_CHUNKS, "chunks", "save it anew");
            blank(at + 4, png.unsigned32(at));
        }
    }

    private boolean holdsChunk(long at) {
        return png.holds(at, FRAME) && png.holds(at, FRAME + png.unsigned32(at));
    }

    private void blank(long type, long length) {
        boolean exif = png.says(type, "eXIf") && Exif.reduce(png, type + 4, length);
        if (!exif && isAncillary(type) && (!isRead(type) || isProgram(type, length))) {
            png.put(type, SKIPPED);
        } else if (!exif) {
            return;
        }
        png.put32(type + 4 + length, png.crc32(type, length + 4));
    }

    /// Whether this is a colour profile with programs. It stands compressed behind a name, a zero and the number of the
    /// compression.
    private boolean isProgram(long type, long length) {
        if (!png.says(type, "iCCP")) {
            return false;
        }
        long name = 0;
        while (name < LONGEST_NAME && png.unsigned8(type + 4 + name) != 0) {
            name++;
        }
        long compressed = length - name - 2;
        return compressed > 0 && ColourProfile.hasPrograms(png, type + 4 + name + 2, compressed);
    }

    private boolean isAncillary(long type) {
        return (png.unsigned8(type) & 0x20) != 0;
    }

    private boolean isRead(long type) {
        for (var known : READ) {
            if (png.says(type, known)) {
                return true;
            }
        }
        return false;
    }
}
