package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.lambda.RenditionsFunction;

/// An encoding that nothing can stop and that takes longer than was learned, and no grace: the answer leaves while it
/// runs, and the next invocation begins beside it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class OutlastingIT {
    private static final Duration AMPLE = Duration.ofMinutes(5);

    /// The time-outs that are tried, in milliseconds: one of them is enough to begin the encoding and not to end it,
    /// on a quick machine an early one, on a busy one a late one.
    private static final int SHORTEST = 700;
    private static final int LONGEST = 30_000;

    /// A smooth picture of the same size.
    private static final int SMOOTH = 6;

    /// How many pictures teach what one takes.
    private static final int KNOWN = 30;

    private final Album album = new Album();
    private final Trial trial = new Trial(RenditionsFunction.class, Map.of("GRACE_MS", "0"));

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void the_answer_does_not_wait_and_the_next_invocation_begins_beside_what_still_runs() throws Exception {
        var known = IntStream.range(0, KNOWN)
                .mapToObj(number -> message("known-" + number, SMOOTH))
                .toList();
        assertThat(trial.invoke(known, AMPLE).acknowledged()).hasSize(KNOWN);

        for (int millis = SHORTEST; answersLeftBehind() == 0 && millis <= LONGEST; millis += millis / 15) {
            var grain = trial.invoke(List.of(message("grain-" + millis, Album.GRAIN)), Duration.ofMillis(millis));
            var next = trial.invoke(List.of(message("next-" + millis, SMOOTH)), AMPLE);

            assertThat(grain.violations()).as("with %d ms", millis).isEmpty();
            assertThat(next.violations()).as("after %d ms", millis).isEmpty();
            assertThat(next.acknowledged()).containsExactly("next-" + millis);
        }
        assertThat(trial.lateWrites()).isEmpty();
        assertThat(answersLeftBehind())
                .as("answers that left while something ran")
                .isPositive();
    }

    private Message message(String id, int photo) {
        return Message.announcing(id, List.of(trial.upload(id + "/a.jpg", album.photo(photo))), false);
    }

    private long answersLeftBehind() throws IOException {
        return LogFile.records(trial.output()).stream()
                .filter(record -> record.path("StillRunning").intValue() == 1)
                .count();
    }
}
