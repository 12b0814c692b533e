package renditions.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import renditions.testing.HostileText;
import tools.jackson.databind.json.JsonMapper;

class LineTest {
    private static final Instant AT = Instant.parse("2026-11-24T21:07:36.497704086Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void it_begins_with_what_lambda_looks_for() {
        assertThat(text(Line.bytes(Line.of(AT, Level.WARN, "so it is").put("count", 3))))
                .isEqualTo("""
                        {"timestamp":"2026-11-24T21:07:36.497Z","level":"WARN","message":"so it is","count":3}
                        """);
    }

    @Test
    void whatever_is_in_it_it_is_one_line_of_json_in_printable_ascii() {
        HostileText.some(5_000).forEach(hostile -> {
            var line = text(Line.bytes(Line.of(AT, Level.INFO, hostile).put("upload", Line.bounded(hostile))));

            assertThat(line).matches("[\\x20-\\x7f]+\n").hasSizeLessThan(256 * 1024);
            assertThat(JSON.readTree(line).propertyNames()).containsExactly("timestamp", "level", "message", "upload");
        });
    }

    @Test
    void a_text_comes_back_as_it_was_unless_it_is_too_long() {
        new Random(7).ints(2_000, 0, Character.MAX_CODE_POINT + 1).forEach(point -> {
            var text = "a" + Character.toString(point) + "b";
            var read = JSON.readTree(Line.bytes(Line.of(AT, Level.INFO, text)));

            assertThat(read.path("message").stringValue())
                    .isEqualTo(Character.getType(point) == Character.SURROGATE ? "a\uFFFDb" : text);
        });
    }

    @Test
    void a_long_text_is_cut_off_and_says_how_much() {
        assertThat(Line.bounded("x".repeat(3_234))).isEqualTo("x".repeat(2_000) + "… and 1,234 more");
        assertThat(Line.bounded("x".repeat(1_999) + "😀")).isEqualTo("x".repeat(1_999) + "\uFFFD… and 1 more");
    }

    private static String text(byte[] line) {
        return new String(line, UTF_8);
    }
}
