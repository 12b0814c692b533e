package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /// How many pictures teach what one takes, two at a time: more would take longer, and differ, and
    /// so much would be kept to spare that nothing is begun that outlasts it.
    private static final int KNOWN = 120;

    /// How many fresh processes are tried, which know nothing yet.
    private static final int PROCESSES = 4;

    private final Photos photos = new Photos();
    private final Trial trial = new Trial(RenditionsFunction.class, Map.of("GRACE_MS", "0"));

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void the_answer_does_not_wait_and_the_next_invocation_begins_beside_what_still_runs() throws Exception {
        int process = 0;
        do {
            trial.retire();
            teach("process-" + process);
            outlast("process-" + process);
        } while (answersLeftBehind() == 0 && ++process < PROCESSES);
        assertThat(trial.lateWrites()).isEmpty();
        assertThat(answersLeftBehind())
                .as("answers that left while something ran")
                .isPositive();
    }

    private void teach(String process) throws Exception {
        for (int number = 0; number < KNOWN; number += 2) {
            var one = message(process + "/known-" + number, SMOOTH);
            var other = message(process + "/known-" + (number + 1), SMOOTH);
            assertThat(trial.invoke(List.of(one, other), AMPLE).acknowledged()).hasSize(2);
        }
    }

    /// Gives more and more time, until an encoding is begun that outlasts it. One that is done has taught how long it
    /// takes, and none that takes longer is begun any more.
    private void outlast(String process) throws Exception {
        boolean done = false;
        for (int millis = SHORTEST; answersLeftBehind() == 0 && !done && millis <= LONGEST; millis += millis / 25) {
            var grain = message(process + "/grain-" + millis, Photos.GRAIN);
            var verdict = trial.invoke(List.of(grain), Duration.ofMillis(millis));
            var next = message(process + "/next-" + millis, SMOOTH);
            var after = trial.invoke(List.of(next), AMPLE);

            assertThat(verdict.violations()).as("with %d ms", millis).isEmpty();
            assertThat(after.violations()).as("after %d ms", millis).isEmpty();
            assertThat(after.acknowledged()).containsExactly(next.id());
            done = verdict.acknowledged().contains(grain.id());
        }
    }

    private Message message(String id, int photo) {
        return Message.announcing(id, List.of(trial.upload(id + "/a.jpg", photos.photo(photo))), false);
    }

    private long answersLeftBehind() throws IOException {
        return LogFile.records(trial.output()).stream()
                .filter(record -> record.path("StillRunning").intValue() == 1)
                .count();
    }
}
