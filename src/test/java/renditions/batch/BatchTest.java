package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Deadline.Margins;

class BatchTest {
    private static final Duration AMPLE = Duration.ofMinutes(5);
    private static final Margins MARGINS = new Margins(Duration.ofMillis(50), Duration.ofMillis(50));

    private final NanoClock clock = NanoClock.system();
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 8);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void five_uploads_the_third_corrupt_leaves_four_done() throws Exception {
        var corrupt = Problem.of("CORRUPT", "the picture is damaged", Problem.Severity.PERMANENT);

        var report = run(AMPLE, 5, (_, item) -> item == 2 ? new Outcome.Failed<>(corrupt) : done(item));

        assertThat(report.outcomes())
                .containsExactly(done(0), done(1), new Outcome.Failed<>(corrupt), done(3), done(4));
        assertThat(report.stillRunning()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IOException.class,
                IllegalStateException.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                NoClassDefFoundError.class
            })
    void whatever_one_item_throws_stays_with_it(Class<? extends Throwable> kind) throws Exception {
        var thrown = kind.getConstructor().newInstance();

        var report = run(AMPLE, 3, (_, item) -> {
            if (item == 1) {
                BatchTest.<RuntimeException>throwAny(thrown);
            }
            return done(item);
        });

        assertThat(report.outcomes().get(0)).isEqualTo(done(0));
        assertThat(report.outcomes().get(2)).isEqualTo(done(2));
        assertThat(report.outcomes().get(1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.problem().cause()).isSameAs(thrown);
            assertThat(failed.problem().retryable()).isTrue();
        });
    }

    @Test
    void an_empty_batch_ends_at_once() throws Exception {
        assertThat(run(AMPLE, 0, (_, item) -> done(item)).outcomes()).isEmpty();
    }

    @Test
    void ten_thousand_items_are_all_settled_with_a_few_at_a_time() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();

        var report = run(AMPLE, 10_000, (_, item) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return done(item);
        });

        assertThat(report.outcomes())
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(BatchTest::done).toList());
        assertThat(most.get()).isBetween(1, 8);
    }

    @Test
    void no_time_left_starts_nothing_and_reports_everything() throws Exception {
        var started = new AtomicInteger();

        var report = run(Duration.ZERO, 3, (_, item) -> {
            started.incrementAndGet();
            return done(item);
        });

        assertThat(started).hasValue(0);
        assertThat(report.outcomes()).hasSize(3).allMatch(Outcome.NotStarted.class::isInstance);
    }

    @Test
    void when_the_time_is_over_waiting_work_is_interrupted_and_what_was_done_stays_done() throws Exception {
        var never = new CountDownLatch(1);

        var report = run(Duration.ofMillis(300), 4, (cancellation, item) -> {
            if (item == 3) {
                try (var _ = cancellation.interrupting()) {
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
        var ended = new CountDownLatch(1);
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                heard.add(item);
            }
        };

        Work<Integer, Integer> work = (_, item) -> {
            if (item == 1) {
                awaitIgnoringInterrupts(release);
                ended.countDown();
            }
            return done(item);
        };
        var report = Batch.of(List.of(0, 1), work).heardBy(listener).run(lanes, deadline(Duration.ofMillis(300)));

        assertThat(report.outcomes().get(0)).isEqualTo(done(0));
        assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.NotFinished.class);
        assertThat(report.stillRunning()).isEqualTo(1);
        release.countDown();
        ended.await();
        // Its room comes back when it ends, and only then: all eight places can be taken again.
        Awaitility.await()
                .until(() -> run(AMPLE, 8, (_, item) -> done(item)).outcomes().stream()
                        .allMatch(Outcome::acknowledged));
        assertThat(heard).containsExactly(0);
    }

    @Test
    void more_items_than_room_and_no_time_are_reported_as_not_started() throws Exception {
        var release = new CountDownLatch(1);

        var report = run(Duration.ofMillis(300), 20, (_, item) -> {
            awaitIgnoringInterrupts(release);
            return done(item);
        });
        release.countDown();

        assertThat(report.outcomes().subList(0, 8)).allMatch(Outcome.NotFinished.class::isInstance);
        assertThat(report.outcomes().subList(8, 20)).allMatch(Outcome.NotStarted.class::isInstance);
    }

    @Test
    void running_work_is_told_to_stop_again_and_again() throws Exception {
        var told = new CountDownLatch(3); // forgets the first two times, as libvips does

        var report = run(Duration.ofMillis(300), 1, (cancellation, item) -> {
            try (var _ = cancellation.onCancel(told::countDown)) {
                awaitIgnoringInterrupts(told);
            }
            return new Outcome.NotFinished<>("stopped");
        });

        assertThat(told.getCount()).isZero();
        assertThat(report.outcomes()).hasSize(1).noneMatch(Outcome::acknowledged);
    }

    @Test
    void a_failure_that_ends_the_batch_stops_what_runs() throws Exception {
        var running = new CountDownLatch(1);
        Work<Integer, Integer> work = (cancellation, item) -> {
            if (item == 0) {
                running.await();
                return new Outcome.Failed<>(Problem.of("DENIED", "for the test", Problem.Severity.CRITICAL));
            }
            try (var _ = cancellation.interrupting()) {
                running.countDown();
                new CountDownLatch(1).await();
            }
            return done(item);
        };

        var report = Batch.of(List.of(0, 1), work)
                .policy(FailurePolicy.STOP_ON_CRITICAL)
                .run(lanes, deadline(AMPLE));

        assertThat(report.firstFailure()).hasValue(0);
        assertThat(report.outcomes().get(1)).isInstanceOf(Outcome.NotFinished.class);
    }

    @Test
    void one_group_in_order_is_sequential() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var running = new AtomicInteger();
        Work<Integer, Integer> work = (_, item) -> {
            order.add(item * 10 + running.incrementAndGet());
            running.decrementAndGet();
            return done(item);
        };

        Batch.of(List.of(0, 1, 2, 3, 4, 5), work).policy(FailurePolicy.ORDERED).run(lanes, deadline(AMPLE));

        assertThat(order).containsExactly(1, 11, 21, 31, 41, 51);
    }

    @Test
    void what_is_not_expected_to_be_done_is_not_begun() throws Exception {
        var begun = Collections.synchronizedList(new ArrayList<Integer>());
        Work<Integer, Integer> work = (_, item) -> {
            begun.add(item);
            return done(item);
        };

        var report = Batch.of(List.of(0, 1, 2), work)
                .expecting(item -> new Cost(item == 1 ? Duration.ofHours(1).toNanos() : 0, 0))
                .run(lanes, deadline(AMPLE));

        assertThat(begun).containsExactlyInAnyOrder(0, 2);
        assertThat(report.outcomes().get(1))
                .isInstanceOfSatisfying(
                        Outcome.NotStarted.class,
                        refused ->
                                assertThat(refused.reason()).startsWith("it is expected to take 3,600,000 ms, and "));
    }

    @Test
    void await_all_runs_every_task_whatever_becomes_of_the_others() throws Exception {
        var ran = new AtomicInteger();

        var report = Batch.awaitAll(
                lanes, deadline(AMPLE), List.of(ran::incrementAndGet, () -> throwing(), ran::incrementAndGet));

        assertThat(ran).hasValue(2);
        assertThat(report.outcomes()).filteredOn(Outcome::acknowledged).hasSize(2);
        assertThat(report.failure().orElseThrow())
                .hasMessageContaining("item 2: UNEXPECTED")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_listener_that_hangs_does_not_keep_the_answer() throws Exception {
        var release = new CountDownLatch(1);
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                awaitIgnoringInterrupts(release);
            }
        };

        var report = Batch.<Integer, Integer>of(List.of(0), (_, item) -> done(item))
                .heardBy(listener)
                .run(lanes, deadline(Duration.ofMillis(300)));
        release.countDown();

        assertThat(report.outcomes()).containsExactly(done(0));
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
                Batch.of(List.of(0), work).run(lanes, deadline(AMPLE));
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
    void a_listener_hears_what_an_item_took_and_what_of_that_was_computed() throws Exception {
        var heard = Collections.synchronizedList(new ArrayList<Effort>());
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                heard.add(effort);
            }
        };
        Work<Integer, Integer> work = (_, item) -> {
            Lanes.expect(6);
            long begin = clock.nanoTime();
            Lanes.await(lanes.onPixels(() -> spun(begin + 5_000_000)));
            spun(clock.nanoTime() + 3_000_000);
            return done(item);
        };

        Batch.of(List.of(0), work)
                .expecting(_ -> new Cost(5, 2, 3))
                .heardBy(listener)
                .run(lanes, deadline(AMPLE));

        assertThat(heard).singleElement().satisfies(effort -> {
            assertThat(effort.expected()).isEqualTo(5);
            assertThat(effort.refined()).isEqualTo(6);
            assertThat(effort.computed()).isPositive().isLessThanOrEqualTo(effort.nanos() - 3_000_000);
        });
    }

    private long spun(long until) {
        while (clock.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return until;
    }

    @Test
    void a_listener_that_throws_changes_nothing() throws Exception {
        var listener = new BatchListener<Integer, Integer>() {
            @Override
            public void started(Integer item) {
                throw new IllegalStateException("a bad listener");
            }

            @Override
            public void settled(Integer item, Outcome<Integer> outcome, Effort effort) {
                throw new AssertionError("a worse one");
            }
        };

        var report = Batch.<Integer, Integer>of(List.of(0, 1), (_, item) -> done(item))
                .heardBy(listener)
                .run(lanes, deadline(AMPLE));

        assertThat(report.outcomes()).containsExactly(done(0), done(1));
    }

    @Test
    void two_batches_at_once_answer_each_for_itself() throws Exception {
        var reports = Collections.synchronizedList(new ArrayList<Report<Integer>>());
        var callers = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    try {
                        reports.add(run(AMPLE, 500, (_, item) -> done(item)));
                    } catch (InterruptedException interrupted) {
                        throw new AssertionError(interrupted);
                    }
                }))
                .toList();
        for (var caller : callers) {
            caller.join();
        }

        assertThat(reports)
                .hasSize(4)
                .allSatisfy(report -> assertThat(report.outcomes())
                        .isEqualTo(IntStream.range(0, 500)
                                .mapToObj(BatchTest::done)
                                .toList()));
    }

    private Report<Integer> run(Duration remaining, int items, Work<Integer, Integer> work)
            throws InterruptedException {
        var numbers = IntStream.range(0, items).boxed().toList();
        return Batch.of(numbers, work).run(lanes, deadline(remaining));
    }

    private Deadline deadline(Duration remaining) {
        return Deadline.after(clock.nanoTime(), remaining, MARGINS, Duration.ZERO);
    }

    private static Outcome<Integer> done(int item) {
        return new Outcome.Done<>(item);
    }

    private static void throwing() {
        throw new IllegalStateException("for the test");
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                // This is work that cannot be stopped.
            }
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAny(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
