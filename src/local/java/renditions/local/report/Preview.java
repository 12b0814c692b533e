package renditions.local.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import renditions.image.Format;

/// An upload that a browser can show and that is small enough to be embedded in a page.
///
/// @param format detected from the first bytes, so that a page never shows other files as pictures
/// @param bytes not copied, never changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Preview(Format format, byte[] bytes) {
    /// The longest upload that is shown itself, in bytes; a longer one is shown as its largest rendition.
    static final int LONGEST = 400_000;

    /// The preview of an upload; none if it is too long or not in a format that every browser shows.
    public static Optional<Preview> of(byte[] upload) {
        return upload.length > LONGEST ? Optional.empty() : format(upload).map(format -> new Preview(format, upload));
    }

    private static Optional<Format> format(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 12), ISO_8859_1);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(Format.JPEG);
        }
        if (start.startsWith("\u0089PNG\r\n")) {
            return Optional.of(Format.PNG);
        }
        if (start.startsWith("GIF8")) {
            return Optional.of(Format.GIF);
        }
        return start.matches("(?s)RIFF.{4}WEBP") ? Optional.of(Format.WEBP) : Optional.empty();
    }
}
