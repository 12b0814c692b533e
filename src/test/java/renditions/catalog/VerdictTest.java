package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.store.ObjectId;

/// The whole table: what is known, what the event says, in which order, at the first receive and later.
class VerdictTest {
    // What is known; the event; at the first receive, if the event is earlier, the same, later, or has no order; the
    // same where an attempt may have written.
    private static final String TABLE = """
            nothing   upload   Make       Make       Make   Make   | Make   Make   Make   Make
            tombstone upload   Superseded Make       Make   Make   | Remove Make   Make   Make
            same      upload   UpToDate   UpToDate   Touch  Touch  | Verify Verify Verify Verify
            stale     upload   Make       Make       Make   Make   | Make   Make   Make   Make
            other     upload   Superseded Make       Make   Make   | Verify Make   Make   Make
            outdated  upload   Superseded Make       Make   Make   | Make   Make   Make   Make
            elsewhere upload   Make       Make       Make   Make   | Make   Make   Make   Make
            nothing   nameless Make       Make       Make   Make   | Make   Make   Make   Make
            tombstone nameless Superseded Make       Make   Make   | Remove Make   Make   Make
            same      nameless UpToDate   Make       Make   Make   | Verify Make   Make   Make
            stale     nameless Make       Make       Make   Make   | Make   Make   Make   Make
            other     nameless UpToDate   Make       Make   Make   | Verify Make   Make   Make
            outdated  nameless Make       Make       Make   Make   | Make   Make   Make   Make
            elsewhere nameless Make       Make       Make   Make   | Make   Make   Make   Make
            nothing   removal  Remove     Remove     Remove Remove | Remove Remove Remove Remove
            tombstone removal  UpToDate   UpToDate   Remove Remove | Remove Remove Remove Remove
            same      removal  Superseded Remove     Remove Remove | Verify Remove Remove Remove
            stale     removal  Superseded Remove     Remove Remove | Verify Remove Remove Remove
            other     removal  Superseded Remove     Remove Remove | Verify Remove Remove Remove
            outdated  removal  Superseded Remove     Remove Remove | Verify Remove Remove Remove
            elsewhere removal  Remove     Remove     Remove Remove | Remove Remove Remove Remove
            """;

    private static final String SETTINGS = "current";

    static Stream<List<String>> rows() {
        return TABLE.lines().map(line -> Arrays.asList(line.replace("|", "").split("\\s+")));
    }

    @Test
    void the_table_is_whole() {
        assertThat(rows().map(row -> row.get(0) + row.get(1)).distinct()).hasSize(21);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_holds(List<String> row) {
        var known = known(row.get(0));
        var sequencers = Arrays.asList("1", "2", "3", null);

        for (int column = 0; column < 8; column++) {
            var verdict = verdict(known, row.get(1), sequencers.get(column % 4), column >= 4);
            assertThat(verdict.getClass().getSimpleName())
                    .as(row + " " + column)
                    .isEqualTo(row.get(2 + column));
        }
    }

    @Test
    void the_same_version_is_the_same_upload_though_no_sequencer_tells() {
        var manifest = manifest(new ObjectId("in", "a.jpg", "v1"), "e", SETTINGS);
        var upload = new Source(new ObjectId("in", "a.jpg", "v1"), "e", OptionalLong.empty(), null, 1);

        assertThat(Verdict.onUpload(manifest, upload, SETTINGS, false)).isEqualTo(new Verdict.UpToDate());
    }

    @Test
    void the_removal_of_that_very_version_is_no_upload_of_it() {
        var version = new ObjectId("in", "a.jpg", "v1");
        var removal = new Source(version, null, OptionalLong.empty(), null, 1);

        assertThat(Verdict.onRemoval(manifest(version, "e", SETTINGS), removal, false))
                .isEqualTo(new Verdict.Remove());
    }

    @Test
    void the_order_of_another_key_says_nothing() {
        var manifest = manifest(new ObjectId("in", "b.jpg"), "e", SETTINGS);
        var upload = new Source(new ObjectId("in", "a.jpg"), "e", OptionalLong.empty(), "1", 1);

        assertThat(Verdict.onUpload(manifest, upload, SETTINGS, false)).isEqualTo(new Verdict.Make());
    }

    private static Verdict verdict(
            @Nullable Known known, String event, @Nullable String sequencer, boolean mayHaveWritten) {
        var etag = event.equals("upload") ? "\"e\"" : null;
        var source = new Source(new ObjectId("in", "a.jpg", "v2"), etag, OptionalLong.empty(), sequencer, 1);
        return event.equals("removal")
                ? Verdict.onRemoval(known, source, mayHaveWritten)
                : Verdict.onUpload(known, source, SETTINGS, mayHaveWritten);
    }

    private static @Nullable Known known(String name) {
        var place = new ObjectId("in", "a.jpg");
        return switch (name) {
            case "nothing" -> null;
            case "tombstone" -> new Tombstone(4, "2");
            case "same" -> manifest(place, "e", SETTINGS);
            case "stale" -> manifest(place, "e", "stale");
            case "other" -> manifest(place, "f", SETTINGS);
            case "outdated" -> manifest(place, "f", "stale");
            case "elsewhere" -> manifest(new ObjectId("other", "a.jpg"), "e", SETTINGS);
            default -> throw new AssertionError(name);
        };
    }

    private static Manifest manifest(ObjectId place, String etag, String settings) {
        var made = new Made(
                Format.JPEG,
                new PixelSize(1, 1),
                new Placeholder("1QcSHQRnh493V4dIh4eXh1h4kJUI", "#ffffff"),
                List.of());
        return new Manifest(new Origin(place, etag, "2", Instant.EPOCH), settings, "paper 1", made, Map.of(), 4);
    }
}
