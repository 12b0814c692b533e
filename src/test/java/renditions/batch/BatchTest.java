package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The outcomes of a batch that has enough time.
class BatchTest {
    private final Numbers numbers = new Numbers();

    @AfterEach
    void everythingIsBack() {
        numbers.close();
    }

    @Test
    void five_uploads_the_third_corrupt_leaves_four_done() throws Exception {
        var corrupt = Problem.of("CORRUPT", "the picture is damaged", Severity.PERMANENT);

        var report =
                numbers.run(numbers.ample(), 5, (_, item) -> item == 2 ? new Outcome.Failed<>(corrupt) : done(item));

        assertThat(report.outcomes())
                .containsExactly(done(0), done(1), new Outcome.Failed<>(corrupt), done(3), done(4));
        assertThat(report.stillRunning()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IOException.class,
                InterruptedException.class, // although it was not told to stop
                IllegalStateException.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                NoClassDefFoundError.class
            })
    void whatever_one_item_throws_stays_with_it(Class<? extends Throwable> kind) throws Exception {
        var thrown = kind.getConstructor().newInstance();

        var report = numbers.run(numbers.ample(), 3, (_, item) -> {
            if (item == 1) {
                BatchTest.<RuntimeException>throwAny(thrown);
            }
            return done(item);
        });

        assertThat(report.outcomes().get(0)).isEqualTo(done(0));
        assertThat(report.outcomes().get(2)).isEqualTo(done(2));
        assertThat(report.outcomes().get(1)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.problem().cause()).isSameAs(thrown);
            assertThat(failed.problem().severity()).isEqualTo(Severity.RETRYABLE);
        });
    }

    @Test
    void an_empty_batch_ends_at_once() throws Exception {
        assertThat(numbers.run(numbers.ample(), 0, (_, item) -> done(item)).outcomes())
                .isEmpty();
    }

    @Test
    void ten_thousand_items_are_all_settled_with_a_few_at_a_time() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();

        var report = numbers.run(numbers.ample(), 10_000, (_, item) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return done(item);
        });

        assertThat(report.outcomes())
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(Numbers::done).toList());
        assertThat(most.get()).isBetween(1, 8);
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

        Batch.of(List.of(0, 1, 2, 3, 4, 5), work).policy(FailurePolicy.ORDERED).run(numbers.lanes(), numbers.ample());

        assertThat(order).containsExactly(1, 11, 21, 31, 41, 51);
    }

    @Test
    void await_all_runs_every_task_whatever_becomes_of_the_others() throws Exception {
        var ran = new AtomicInteger();

        var report = Batch.awaitAll(
                numbers.lanes(),
                numbers.ample(),
                List.of(ran::incrementAndGet, () -> throwing(), ran::incrementAndGet));

        assertThat(ran).hasValue(2);
        assertThat(report.outcomes()).filteredOn(Outcome::acknowledged).hasSize(2);
        assertThat(report.failure(Reason::toString).orElseThrow())
                .hasMessageContaining("item 2: UNEXPECTED")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void two_batches_at_once_answer_each_for_itself() throws Exception {
        var reports = Collections.synchronizedList(new ArrayList<Report<Integer>>());
        var callers = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    try {
                        reports.add(numbers.run(numbers.ample(), 500, (_, item) -> done(item)));
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
                        .isEqualTo(
                                IntStream.range(0, 500).mapToObj(Numbers::done).toList()));
    }

    @Test
    void what_is_skipped_is_acknowledged_and_the_batch_has_not_failed() throws Exception {
        var report = numbers.run(numbers.ample(), 2, (_, _) -> new Outcome.Skipped<>("nothing was to be done"));

        assertThat(report.outcomes()).allMatch(Outcome::acknowledged);
        assertThat(report.failure(Reason::toString)).isEmpty();
    }

    @Test
    void a_group_ends_with_its_first_failure_and_the_others_go_on() throws Exception {
        Work<Integer, Integer> work = (_, item) -> {
            if (item == 0) {
                throwing();
            }
            return done(item);
        };

        var report = Batch.of(List.of(0, 1, 2, 3), work)
                .policy(FailurePolicy.ORDERED)
                .groupedBy(item -> item % 2 == 0 ? "even" : "odd")
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes().get(1)).isEqualTo(done(1));
        assertThat(report.outcomes().get(2)).isEqualTo(new Outcome.NotStarted<>(new Reason.Behind(0)));
        assertThat(report.outcomes().get(3)).isEqualTo(done(3));
    }

    @Test
    void a_batch_is_watched_while_it_runs() throws Exception {
        var report = numbers.run(numbers.ample(), 1, (cancellation, _) -> {
            assertThat(cancellation.nanosLeft()).isBetween(1L, TimeUnit.MINUTES.toNanos(5));
            return done(numbers.lanes().watchdog().watches());
        });

        assertThat(report.outcomes()).containsExactly(done(1));
    }

    @Test
    void where_nothing_fits_the_expectation_hears_so() throws Exception {
        var doubts = new AtomicInteger();
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(doubts.get() == 0 ? TimeUnit.HOURS.toNanos(1) : 0, 0);
            }

            @Override
            public void nothingFits() {
                doubts.incrementAndGet();
            }
        };

        var report = Batch.<Integer, Integer>of(List.of(0), (_, item) -> done(item))
                .expecting(costs)
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0));
    }

    private static void throwing() {
        throw new IllegalStateException("for the test");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAny(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
