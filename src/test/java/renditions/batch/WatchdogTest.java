package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.testing.Latches;

class WatchdogTest {
    private static final long STUCK = 100;

    private final AtomicLong now = new AtomicLong();
    private final BlockingQueue<Cancellation> writtenOff = new LinkedBlockingQueue<>();
    private final Watchdog watchdog = new Watchdog(now::get, STUCK, writtenOff::add);
    private long left = Long.MAX_VALUE;
    private final CancellationSource source = new CancellationSource(() -> left);

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void a_way_to_stop_is_told_again_whatever_it_throws() throws Exception {
        var tries = new AtomicInteger();
        assertToldAgainAndAgain(() -> {
            if (tries.incrementAndGet() % 2 == 0) {
                throw new OutOfMemoryError("for the test");
            }
            throw new IllegalStateException("for the test");
        });
    }

    @Test
    void a_way_to_stop_that_interrupts_the_watchdog_does_not_end_the_watch() throws Exception {
        assertToldAgainAndAgain(() -> Thread.currentThread().interrupt());
    }

    @Test
    void a_bite_after_the_end_of_the_watch_tells_nobody() {
        try (var _ = source.onCancel(() -> {
            throw new AssertionError("the watch has ended");
        })) {
            var watch = watchdog.watch(source);
            watch.close();
            watch.bite();

            assertThat(source.isCancelled()).isTrue();
            Awaitility.await().until(() -> watchdog.watches() == 0);
        }
    }

    @Test
    void a_way_to_stop_that_hangs_keeps_no_other_batch_from_being_stopped() throws Exception {
        left = 0;
        var other = new CancellationSource(() -> 0);
        var hangs = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        try (var _ = source.onCancel(() -> {
                    hangs.countDown();
                    Latches.awaitWhateverComes(release);
                });
                var _ = other.onCancel(told::countDown);
                var _ = watchdog.watch(source)) {
            hangs.await();
            try (var _ = watchdog.watch(other)) {
                assertThat(told.await(2, TimeUnit.MINUTES)).isTrue();
            } finally {
                release.countDown();
            }
        }
    }

    @Test
    void what_still_runs_some_time_after_it_was_told_is_written_off() throws Exception {
        left = 0;
        var told = new CountDownLatch(2);
        try (var _ = source.onCancel(told::countDown);
                var _ = watchdog.watch(source)) {
            assertThat(told.await(2, TimeUnit.MINUTES)).isTrue();
            now.set(STUCK - 1);
            assertThat(writtenOff).isEmpty();
            now.set(STUCK);
            assertThat(writtenOff.poll(2, TimeUnit.MINUTES)).isSameAs(source);
        }
    }

    private void assertToldAgainAndAgain(Runnable badWay) throws InterruptedException {
        left = 0;
        var times = new CountDownLatch(4);
        try (var _ = source.onCancel(() -> {
                    times.countDown();
                    badWay.run();
                });
                var _ = watchdog.watch(source)) {
            assertThat(times.await(2, TimeUnit.MINUTES)).isTrue();
        }
    }
}
