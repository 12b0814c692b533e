package renditions.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.histories.Setup.Layout;
import renditions.histories.Trouble.Deed;
import renditions.testing.Soak;

/// Random histories of uploads, re-uploads, removals, duplicates and reordered messages, while S3 fails and the
/// function's processes are killed in the middle of their calls. When every message is acknowledged or dead, the
/// bucket holds what was uploaded last.
///
/// The system property `history` repeats one history by its number. The threads are real, so that it does not
/// always end in the same way.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class HistoriesIT {
    /// How many histories there are in each setup at least, and how many kills in them.
    private static final int HISTORIES = Soak.times(3, 100);
    private static final int KILLS = Soak.times(4, 100);

    private static final Duration AMPLE = Duration.ofSeconds(20);

    static Stream<Setup> setups() {
        return Soak.times(0, 1) == 0
                ? Stream.of(Setup.usual(Layout.STABLE), Setup.unusual(Layout.VERSIONED))
                : Stream.of(Layout.values()).flatMap(layout -> Stream.of(Setup.usual(layout), Setup.unusual(layout)));
    }

    @ParameterizedTest
    @MethodSource("setups")
    void in_the_end_the_bucket_holds_what_was_uploaded_last(Setup setup) throws Exception {
        long only = Long.getLong("history", -1);
        long first = only < 0 ? new Random().nextInt(1_000_000) : only;
        var wrong = new ArrayList<String>();
        try (var reality = new Reality(setup)) {
            var counts = reality.counts();
            for (long number = first; wrong.isEmpty() && !isEnough(counts, only >= 0); number++) {
                var history = RandomHistories.of(number);
                var flaws = play(reality, history, true);
                if (!flaws.isEmpty()) {
                    wrong.add(setup + ", " + history + "\n" + String.join("\n", flaws));
                }
            }
            System.out.println(setup.name() + ", from history " + first + " on: " + counts);
        }
        assertThat(wrong)
                .as("repeat one with -Dhistory=<number>; the function's own words are in target/runtime")
                .isEmpty();
    }

    private static boolean isEnough(Counts counts, boolean one) {
        return one ? counts.histories() > 0 : counts.histories() >= HISTORIES && counts.kills() >= KILLS;
    }

    /// A red upload's attempt is overtaken by a blue one, and killed after it has stored one of its renditions over
    /// the blue ones. Only the receive count tells the next attempt that there is something to look at.
    @Test
    void where_nobody_looks_at_what_a_killed_attempt_left_another_picture_is_found() throws Exception {
        try (var reality = new Reality(Setup.usual(Layout.STABLE))) {
            assertThat(play(reality, overtaken(), false))
                    .singleElement()
                    .asString()
                    .contains("it shows another picture");
            assertThat(reality.counts().kills()).isEqualTo(1);
        }
    }

    private static History overtaken() {
        var key = "overtaken/a.png";
        var heldAtARendition = new Trouble(4, 2, Deed.KILL_AFTER);
        return new History(
                "overtaken",
                List.of(
                        new Step.Change(key, Content.RED),
                        new Step.Invoke(0, List.of(0), AMPLE, heldAtARendition, false),
                        new Step.Change(key, Content.BLUE),
                        new Step.Invoke(1, List.of(0), AMPLE, Trouble.NONE, true)));
    }

    private static List<String> play(Reality reality, History history, boolean countsReceives)
            throws InterruptedException {
        try {
            return new HistoryRun(reality, countsReceives).play(history);
        } catch (ExecutionException failed) {
            throw new AssertionError(history.toString(), failed);
        }
    }
}
