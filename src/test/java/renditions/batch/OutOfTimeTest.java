package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import renditions.testing.Latches;

/// Batches whose time is over before all their work is done: the answer, and the end of the rest.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OutOfTimeTest {
    private final Numbers numbers = new Numbers();

    @AfterEach
    void everythingIsBack() {
        numbers.close();
    }

    @Test
    void when_the_time_is_over_waiting_work_is_interrupted_and_what_was_done_stays_done() throws Exception {
        var never = new CountDownLatch(1);

        var report = numbers.run(numbers.soon(), 4, (cancellation, item) -> {
            if (item == 3) {
                try (var _ = cancellation.interrupting()) {
                    numbers.timeIsOver(); // all before it have begun
                    never.await();
                }
            }
            return done(item);
        });

        assertThat(report.outcomes().subList(0, 3)).containsExactly(done(0), done(1), done(2));
        assertThat(report.outcomes().get(3)).isInstanceOf(Outcome.NotFinished.class);
        assertThat(report.stillRunning()).isZero();
    }

    @Test
    void work_that_cannot_be_stopped_is_reported_counted_and_changes_nothing_later() throws Exception {
        var release = new CountDownLatch(1);
        var heard = Collections.synchronizedList(new ArrayList<Integer>());
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        Numbers.Ends listener = (item, _, _) -> {
            heard.add(item);
            Latches.awaitWhateverComes(begun);
            numbers.timeIsOver();
        };

        Work<Integer, Integer> work = (_, item) -> {
            if (item == 1) {
                begun.countDown();
                Latches.awaitWhateverComes(release);
                ended.countDown();
            }
            return done(item);
        };
        var report = Batch.of(List.of(0, 1), work).heardBy(listener).run(numbers.lanes(), numbers.soonAndNoGrace());

        assertThat(report.outcomes().get(0)).isEqualTo(done(0));
        assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.NotFinished.class);
        assertThat(report.stillRunning()).isEqualTo(1);
        release.countDown();
        ended.await();
        // Its permit comes back only when it ends: then all eight can be taken.
        Awaitility.await()
                .until(() -> numbers.run(numbers.ample(), 8, (_, item) -> done(item)).outcomes().stream()
                        .allMatch(Outcome::acknowledged));
        assertThat(heard).containsExactly(0);
    }

    @Test
    void more_items_than_permits_and_no_time_are_reported_as_not_started() throws Exception {
        var release = new CountDownLatch(1);
        var begun = new AtomicInteger();

        var report = numbers.run(numbers.soonAndNoGrace(), 20, (_, item) -> {
            if (begun.incrementAndGet() == Numbers.PERMITS) {
                numbers.timeIsOver();
            }
            Latches.awaitWhateverComes(release);
            return done(item);
        });
        release.countDown();

        assertThat(report.outcomes().subList(0, 8)).allMatch(Outcome.NotFinished.class::isInstance);
        assertThat(report.outcomes().subList(8, 20)).allMatch(Outcome.NotStarted.class::isInstance);
    }

    @Test
    void the_next_batch_runs_beside_what_the_last_left_running() throws Exception {
        var release = new CountDownLatch(1);
        var begun = new AtomicInteger();
        var last = numbers.run(numbers.soonAndNoGrace(), Numbers.PERMITS - 1, (_, item) -> {
            if (begun.incrementAndGet() == Numbers.PERMITS - 1) {
                numbers.timeIsOver();
            }
            Latches.awaitWhateverComes(release);
            return done(item);
        });
        assertThat(last.stillRunning()).isEqualTo(Numbers.PERMITS - 1);

        var next = numbers.run(numbers.ample(), 50, (cancellation, item) -> {
            assertThat(cancellation.isCancelled()).as("it is another batch's").isFalse();
            return done(item);
        });
        release.countDown();

        assertThat(next.outcomes()).hasSize(50).allMatch(Outcome::acknowledged);
        assertThat(next.stillRunning()).isZero();
    }
}
