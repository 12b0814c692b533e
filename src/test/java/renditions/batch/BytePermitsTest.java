package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BytePermitsTest {
    private static final long KIB = 1024;

    private final BytePermits permits = new BytePermits(640 * KIB);

    @Test
    void what_is_taken_comes_back() throws Exception {
        try (var _ = permits.acquire(Cancellation.never(), 100 * KIB)) {
            assertThat(permits.available()).isEqualTo(512 * KIB);
        }
        assertThat(permits.available()).isEqualTo(640 * KIB);
    }

    @Test
    void more_than_there_is_counts_as_all_of_it() throws Exception {
        try (var _ = permits.acquire(Cancellation.never(), Long.MAX_VALUE)) {
            assertThat(permits.available()).isZero();
        }
        assertThat(permits.available()).isEqualTo(640 * KIB);
    }

    @Test
    void a_large_request_is_not_overtaken_by_smaller_ones() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = permits.acquire(Cancellation.never(), 320 * KIB);
            var large = CompletableFuture.supplyAsync(() -> acquired(640 * KIB), threads);
            Awaitility.await().until(() -> permits.waiting() == 1);
            var small = CompletableFuture.supplyAsync(() -> acquired(64 * KIB), threads);
            Awaitility.await().until(() -> permits.waiting() == 2);

            first.close();
            var all = large.join();
            assertThat(small).isNotDone();
            all.close();
            small.join().close();
        }
        assertThat(permits.available()).isEqualTo(640 * KIB);
    }

    @Test
    void it_tells_what_is_held_and_the_most_that_was_held_since_it_was_last_asked() throws Exception {
        try (var _ = permits.acquire(Cancellation.never(), 128 * KIB)) {
            permits.acquire(Cancellation.never(), 64 * KIB).close();
            assertThat(permits.held()).isEqualTo(128 * KIB);
            assertThat(permits.takePeak()).isEqualTo(192 * KIB);
            assertThat(permits.takePeak()).as("nothing but what is held").isEqualTo(128 * KIB);
        }
        assertThat(permits.held()).isZero();
        assertThat(permits.takePeak()).isEqualTo(128 * KIB);
        assertThat(permits.takePeak()).isZero();
        assertThat(permits.most()).as("of all times").isEqualTo(192 * KIB);
        assertThat(permits.total()).isEqualTo(640 * KIB);
    }

    @Test
    void a_cancellation_ends_the_waiting_and_takes_nothing() throws Exception {
        var source = new CancellationSource();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = permits.acquire(Cancellation.never(), 640 * KIB)) {
            var waiting = threads.submit(() -> permits.acquire(source, 64 * KIB));
            Awaitility.await().until(() -> permits.waiting() == 1);
            source.cancel();

            assertThatThrownBy(waiting::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
        }
        assertThat(permits.available()).isEqualTo(640 * KIB);
    }

    @Test
    void a_budget_that_holds_nothing_is_refused() {
        assertThatThrownBy(() -> new BytePermits(1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget has at least 65536 bytes, not 1000");
    }

    private BytePermits.Permit acquired(long bytes) {
        try {
            return permits.acquire(Cancellation.never(), bytes);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
