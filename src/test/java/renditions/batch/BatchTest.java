package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    void a_batch_is_watched_while_it_runs() throws Exception {
        var report = numbers.run(numbers.ample(), 1, (cancellation, _) -> {
            assertThat(cancellation.nanosLeft()).isBetween(1L, TimeUnit.MINUTES.toNanos(5));
            return done(numbers.lanes().watchdog().watches());
        });

        assertThat(report.outcomes()).containsExactly(done(1));
    }

    private static void throwing() {
        throw new IllegalStateException("for the test");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwAny(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
