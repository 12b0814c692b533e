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

/// An encoding that cannot be stopped and takes longer than was learned, and no grace: the answer leaves while it
/// runs, and the next invocation begins beside it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class OutlastingIT {
    private static final Duration AMPLE = Duration.ofMinutes(5);

    /// The shortest of the time-outs that are tried, in milliseconds. One of them suffices to begin the encoding
    /// and not to end it: an early one on a fast machine, a late one on a busy one.
    private static final int SHORTEST = 700;
    private static final int LONGEST = 30_000;

    /// A smooth picture of the same size.
    private static final int SMOOTH = 6;

    /// How many pictures the cost model learns from, two at a time. With more at a time the measurements would be
    /// longer and more different, and the careful time would be too long for an encoding to begin that outlasts it.
    private static final int KNOWN = 120;

    /// How many fresh processes are tried, which have learned nothing.
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

    /// Gives more and more time, until an encoding begins that outlasts it. An encoding that is done teaches the
    /// cost model how long it takes, and then none that takes longer begins.
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
