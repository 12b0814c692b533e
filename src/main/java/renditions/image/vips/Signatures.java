package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import renditions.image.ImageProblem.Failure;
import renditions.image.ImageProblem.Kind;

/// Names the kind of a file that no decoder recognises, by its first bytes, for the message about it.
///
/// Source: Wikipedia "List of file signatures"; ISO/IEC 14496-12 for the brands of `ftyp`.
final class Signatures {
    private static final int BEGINNING = 1024;

    static final String HEIC = "HEIC, whose decoder needs a licence; save the picture as JPEG, WebP or AVIF";

    private static final String TARGA_MARK = "TRUEVISION-XFILE.\0";
    private static final int TARGA_HEADER = 18;
    private static final String TARGA_KINDS = "\1\2\3\11\12\13";
    private static final String TARGA_DEPTHS = "\10\17\20\30\40";

    static final String RAW = "camera raw; develop it and save it as JPEG, WebP or AVIF";

    private static final String ICON = "\0\0\1\0";
    private static final String CURSOR = "\0\0\2\0";

    private static final List<Signature> KNOWN = List.of(
            new Signature(4, "ftypcrx ", RAW),
            new Signature(0, "FUJIFILMCCD-RAW", RAW),
            new Signature(0, "\0MRM", RAW),
            new Signature(0, "FOVb", RAW),
            new Signature(6, "HEAPCCDR", RAW),
            new Signature(0, "IIU\0", RAW),
            new Signature(0, "IIRO", RAW),
            new Signature(0, "IIRS", RAW),
            new Signature(0, "MMOR", RAW),
            new Signature(4, "ftyphei", HEIC),
            new Signature(4, "ftyphev", HEIC),
            new Signature(4, "ftyp", "a film (MP4, QuickTime) or another file of that family"),
            new Signature(4, "jP  \r\n", "JPEG 2000"),
            new Signature(0, "\u00ffO\u00ffQ", "JPEG 2000"),
            new Signature(4, "JXL \r\n", "JPEG XL"),
            new Signature(0, "\u00ff\n", "JPEG XL"),
            new Signature(0, ICON, "an icon (ICO)"),
            new Signature(0, CURSOR, "a cursor (CUR)"),
            new Signature(0, "8BPS", "a Photoshop document"),
            new Signature(0, "BM", "BMP"),
            new Signature(0, "%PDF", "PDF"),
            new Signature(0, "PK\3\4", "a ZIP archive or an office document"));

    private Signatures() {}

    /// Whether the file declares that its pixels are HEVC.
    static boolean isHeic(MemorySegment bytes) {
        return describe(bytes).equals(HEIC);
    }

    /// The problem of a file that no decoder recognises.
    ///
    /// @param bytes not empty
    static Failure problem(MemorySegment bytes) {
        var beginning = beginning(bytes);
        return beginning.startsWith("II*\0") || beginning.startsWith("MM\0*")
                ? Kind.CORRUPT.because("a TIFF without a readable directory") // many files have it at their end
                : Kind.UNSUPPORTED.because(describe(bytes));
    }

    private static String describe(MemorySegment bytes) {
        var beginning = beginning(bytes);
        if (isTarga(bytes, beginning)) {
            return "a Targa picture (TGA)";
        }
        return KNOWN.stream()
                .filter(signature -> signature.begins(beginning))
                .map(Signature::what)
                .findFirst()
                .orElseGet(() -> describeText(beginning));
    }

    /// One character for each byte.
    private static String beginning(MemorySegment bytes) {
        return text(bytes.asSlice(0, Math.min(BEGINNING, bytes.byteSize())));
    }

    private static String text(MemorySegment bytes) {
        return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    /// Targa files have no signature, newer ones a mark at their end. Of the others the header tells: their kind,
    /// sides and depth. An icon or a cursor begins alike, but counts at least one picture where a Targa without
    /// palette has zeros.
    ///
    /// Source: Truevision, "TGA File Format Specification" 2.0.
    private static boolean isTarga(MemorySegment bytes, String beginning) {
        long mark = bytes.byteSize() - TARGA_MARK.length();
        if (mark >= TARGA_HEADER && TARGA_MARK.equals(text(bytes.asSlice(mark)))) {
            return true;
        }
        if (beginning.length() < TARGA_HEADER) {
            return false;
        }
        boolean palette = beginning.charAt(1) == 1;
        boolean counted = beginning.charAt(4) != 0 || beginning.charAt(5) != 0;
        boolean sides = (beginning.charAt(12) | beginning.charAt(13)) != 0
                && (beginning.charAt(14) | beginning.charAt(15)) != 0;
        return (palette || (beginning.charAt(1) == 0 && !counted))
                && TARGA_KINDS.indexOf(beginning.charAt(2)) >= 0
                && TARGA_DEPTHS.indexOf(beginning.charAt(16)) >= 0
                && sides;
    }

    private static String describeText(String beginning) {
        if (beginning.chars().anyMatch(letter -> letter < ' ' && !Character.isWhitespace(letter))) {
            return "its format is unknown";
        }
        var text = beginning.toLowerCase(Locale.ROOT);
        if (text.isBlank()) {
            return "it holds only blanks";
        }
        if (text.contains("<svg")) {
            return "SVG is blocked, because drawing one can take any time and memory";
        }
        if (text.contains("<html") || text.contains("<!doctype html")) {
            return "it is a web page (HTML)";
        }
        return text.contains("<?xml") ? "it is XML" : "it looks like text";
    }

    /// @param offset of `magic` in the file, in bytes
    /// @param magic one character for each byte
    private record Signature(int offset, String magic, String what) {
        boolean begins(String beginning) {
            return beginning.startsWith(magic, offset);
        }
    }
}
