package renditions.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.catalog.KeyPattern;
import renditions.reprocess.Tick.Range;

/// What a tick may say.
final class TickTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"reprocess\":{}} | '' | false | false | false",
                "{\"reprocess\":{\"prefix\":\"a/\"}} | a/ | false | false | false",
                "{\"reprocess\":{\"prefix\":\"a/\",\"verify\":true}} | a/ | true | false | false",
                "{\"reprocess\":{\"verify\":false},\"dryRun\":true} | '' | false | false | true",
                "{\"dryRun\":true} | '' | false | false | true",
                "{\"reprocess\":{},\"redrive\":true} | '' | false | true | false",
                "{\"detail-type\":\"Scheduled Event\",\"source\":\"aws.scheduler\",\"detail\":\"{}\"} | '' | false | false | false",
            })
    void a_tick_says_what_is_looked_at(String json, String prefix, boolean verify, boolean redrive, boolean dryRun) {
        var range = new Range(prefix.equals("''") ? "" : prefix, verify);
        assertThat(Tick.read(json.getBytes(UTF_8))).isEqualTo(new Tick(Optional.of(range), redrive, dryRun));
    }

    @Test
    void to_redrive_alone_looks_at_nothing() {
        assertThat(Tick.read("{\"redrive\":true}".getBytes(UTF_8))).isEqualTo(new Tick(Optional.empty(), true, false));
        assertThat(Tick.read("{\"redrive\":true,\"dryRun\":true}".getBytes(UTF_8)))
                .isEqualTo(new Tick(Optional.empty(), true, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{} | the tick asks for nothing",
                "{\"redrive\":false} | the tick asks for nothing",
                "null | the tick is no object",
                "[] | the tick is no object",
                "\"reprocess\" | the tick is no object",
                "{\"reprocess\":true} | reprocess is no object",
                "{\"reprocess\":null} | reprocess is no object",
                "{\"reprocess\":{\"prefix\":7}} | the prefix is no text",
                "{\"reprocess\":{\"prefix\":null}} | the prefix is no text",
                "{\"reprocess\":{\"verify\":\"true\"}} | verify is neither true nor false",
                "{\"reprocess\":{\"dryRun\":true}} | reprocess has 1 unknown fields",
                "{\"dryrun\":true,\"reprocess\":{}} | the tick has 1 unknown fields",
                "{\"Records\":[]} | the tick has 1 unknown fields",
                "{\"dryRun\":1} | dryRun is neither true nor false",
                "{\"reprocess\":{} | the tick is not JSON",
                "<html> | the tick is not JSON",
            })
    void anything_else_is_refused_in_one_sentence(String json, String reason) {
        assertThatThrownBy(() -> Tick.read(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason)
                .hasMessageEndingWith("; allowed are {\"reprocess\": {\"prefix\": \"…\", \"verify\": true}},"
                        + " {\"redrive\": true}, both together, and with each \"dryRun\": true");
    }

    @Test
    void a_tick_stays_within_the_uploads_of_the_settings() {
        var all = Household.SETTINGS;
        var photos = new SweepSettings(
                "uploads", "photos/", "", KeyPattern.EVERYTHING, all.presets(), all.layout(), "d", true, false, "s/");

        assertThat(photos.within(Range.ALL)).isEqualTo(new Range("photos/", false));
        assertThat(photos.within(new Range("pho", true))).isEqualTo(new Range("photos/", true));
        assertThat(photos.within(new Range("photos/2026/", false))).isEqualTo(new Range("photos/2026/", false));
        assertThatThrownBy(() -> photos.within(new Range("films/", false)))
                .hasMessage(
                        "the prefix of the tick does not begin with UPLOADS_PREFIX, which is 'photos/': other keys are"
                                + " no uploads");
    }
}
