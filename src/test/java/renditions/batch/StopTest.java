package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.batch.Numbers.done;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.Latches;

/// The order to stop: who gives it, who gets it, and what it outlasts.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StopTest {
    /// The deadline, in nanoseconds. It is short, because the engine's threads park for so long.
    private static final long AT_LAST = TimeUnit.MILLISECONDS.toNanos(20);

    private final Numbers numbers = new Numbers();

    @AfterEach
    void everythingIsBack() {
        numbers.close();
    }

    @Test
    void running_work_is_told_to_stop_again_and_again() throws Exception {
        var told = new CountDownLatch(3); // forgets the first two times, as libvips does

        var report = numbers.run(numbers.soonAndNoGrace(), 1, (cancellation, item) -> {
            try (var _ = cancellation.onCancel(told::countDown)) {
                numbers.timeIsOver();
                Latches.awaitWhateverComes(told);
            }
            return new Outcome.NotFinished<>(new Reason.TimeOver());
        });

        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(report.outcomes()).hasSize(1).noneMatch(Outcome::acknowledged);
    }

    @Test
    void a_failure_that_ends_the_batch_stops_what_runs() throws Exception {
        var running = new CountDownLatch(1);
        Work<Integer, Integer> work = (cancellation, item) -> {
            if (item == 0) {
                running.await();
                return new Outcome.Failed<>(Problem.of("DENIED", "for the test", Severity.CRITICAL));
            }
            try (var _ = cancellation.interrupting()) {
                running.countDown();
                new CountDownLatch(1).await();
            }
            return done(item);
        };

        var report = Batch.of(List.of(0, 1), work)
                .policy(FailurePolicy.STOP_ON_CRITICAL)
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.firstFailure()).hasValue(0);
        assertThat(report.outcomes().get(1)).isEqualTo(new Outcome.NotFinished<>(new Reason.StoppedBy(0)));
        assertThat(report.stillRunning()).isZero();
    }

    @Test
    void a_stopped_batch_answers_although_it_stands_in_line_for_a_permit() throws Exception {
        var othersInLine = new CountDownLatch(1);
        var fail = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var asked = new AtomicInteger();
        try (var two = new Lanes(numbers.lanes().clock(), 1, 2)) {
            Work<Integer, Integer> fails = (_, _) -> {
                fail.await();
                throw new IllegalStateException("for the test");
            };
            var stopped = new FutureTask<>(() -> Batch.of(List.of(0, 1), fails)
                    .policy(FailurePolicy.FAIL_FAST)
                    .expecting(_ -> {
                        if (asked.incrementAndGet() == 2) { // it has the first permit and did not ask for another yet
                            Latches.awaitWhateverComes(othersInLine);
                        }
                        return Cost.NONE;
                    })
                    .run(two, numbers.ample()));
            var first = Thread.ofPlatform().start(stopped);
            Awaitility.await().until(() -> asked.get() == 2);
            Work<Integer, Integer> holds = (_, item) -> {
                Latches.awaitWhateverComes(release);
                return done(item);
            };
            var others =
                    new FutureTask<>(() -> Batch.of(List.of(0, 1, 2), holds).run(two, numbers.ample()));
            var second = Thread.ofPlatform().start(others);
            Awaitility.await().until(() -> two.permits().free() == 0 && isParked(second));
            othersInLine.countDown();
            Awaitility.await().until(() -> isParked(first));
            fail.countDown();

            var report = stopped.get(1, TimeUnit.MINUTES);
            release.countDown();

            assertThat(report.firstFailure()).hasValue(0);
            assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.NotStarted.class);
            assertThat(others.get().outcomes()).hasSize(3).allMatch(Outcome::acknowledged);
        } finally {
            release.countDown();
        }
    }

    private static boolean isParked(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void a_caller_that_is_interrupted_stops_what_runs() throws Exception {
        var stopped = new CountDownLatch(1);
        var running = new CountDownLatch(1);
        var caller = Thread.ofPlatform().start(() -> {
            Work<Integer, Integer> work = (cancellation, item) -> {
                try (var _ = cancellation.onCancel(stopped::countDown)) {
                    running.countDown();
                    stopped.await();
                }
                return done(item);
            };
            try {
                Batch.of(List.of(0), work).run(numbers.lanes(), numbers.ample());
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        });
        running.await();
        caller.interrupt();
        caller.join();

        assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a_caller_that_is_interrupted_already_starts_nothing_and_leaves_no_watch() {
        var started = new AtomicInteger();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> numbers.run(numbers.ample(), 1, (_, item) -> {
                    started.incrementAndGet();
                    return done(item);
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(started).hasValue(0);
    }

    @Test
    void an_expectation_that_throws_ends_the_batch_and_keeps_no_permit() throws Exception {
        var batch = Batch.<Integer, Integer>of(List.of(0, 1), (_, item) -> done(item))
                .expecting(item -> {
                    throw new IllegalStateException("nothing is known of " + item);
                });

        assertThatThrownBy(() -> batch.run(numbers.lanes(), numbers.ample())).hasMessage("nothing is known of 0");
    }

    /// Whichever reading of the clock by the calling thread is the first after the deadline: also one between its check
    /// whether to cancel and its check whether to answer. The watchdog sees no time pass.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void who_asks_after_the_answer_finds_that_it_must_not_publish(int looks) throws Exception {
        var caller = Thread.currentThread();
        var left = new AtomicInteger();
        var now = new AtomicLong();
        NanoClock clock = () -> {
            if (Thread.currentThread() == caller && left.getAndDecrement() == 1) {
                now.set(AT_LAST);
            }
            return Thread.currentThread().getName().equals("watchdog") ? 0 : now.get();
        };
        var answered = new CountDownLatch(1);
        var publishes = new CompletableFuture<Boolean>();
        try (var lanes = new Lanes(clock, 1, 1)) {
            Work<Integer, Integer> work = (cancellation, item) -> {
                Awaitility.await().until(() -> isParked(caller));
                left.set(looks);
                Latches.awaitWhateverComes(answered);
                publishes.complete(!cancellation.isCancelled());
                return done(item);
            };
            var report = Batch.of(List.of(0), work).run(lanes, new Deadline(AT_LAST, AT_LAST));
            answered.countDown();

            assertThat(publishes.join()).isFalse();
            assertThat(report.outcomes()).element(0).isInstanceOf(Outcome.NotFinished.class);
        }
    }
}
