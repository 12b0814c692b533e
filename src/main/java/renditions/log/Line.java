package renditions.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.event.Level;
import renditions.json.Json;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A line of the log: one JSON object that begins with `timestamp` (RFC 3339), `level` and `message`. From these
/// Lambda reads the time and the level of a line (Lambda developer guide, "Log-level filtering").
///
/// It is always ASCII without control characters, so no upload's key can break it, hide in it or change its writing
/// direction.
public final class Line {
    /// The longest text in a line, in characters; a key of S3 has at most 1,024 bytes.
    static final int LONGEST_TEXT = 2_000;

    private Line() {}

    /// The beginning of a line; the caller adds further fields.
    public static ObjectNode of(Instant at, Level level, String message) {
        return Json.object()
                .put("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("level", level.name())
                .put("message", bounded(message));
    }

    /// The bytes of the line, with the line feed at its end.
    public static byte[] bytes(ObjectNode line) {
        var json = Json.writeAscii(line);
        var whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        return whole;
    }

    /// How many bytes a text takes in a line, with its quotes.
    public static int length(String text) {
        return Json.writeAscii(StringNode.valueOf(text)).length;
    }

    /// Foreign text, cut off after [#LONGEST_TEXT] characters; halves of characters are replaced.
    public static String bounded(String text) {
        return bounded(text, LONGEST_TEXT);
    }

    /// Foreign text, cut off after `longest` characters; halves of characters are replaced.
    static String bounded(String text, int longest) {
        if (text.length() <= longest) {
            return whole(text);
        }
        return whole(text.substring(0, longest))
                + String.format(Locale.ROOT, "… and %,d more", text.length() - longest);
    }

    private static String whole(String text) {
        return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                ? text.codePoints()
                        .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }
}
