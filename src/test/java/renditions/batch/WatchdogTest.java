package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final Watchdog watchdog = new Watchdog();
    private final CancellationSource source = new CancellationSource();

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void a_way_to_stop_is_told_again_whatever_it_throws() throws Exception {
        var times = new CountDownLatch(4);
        try (var _ = source.onCancel(() -> {
                    times.countDown();
                    if (times.getCount() % 2 == 0) {
                        throw new OutOfMemoryError("for the test");
                    }
                    throw new IllegalStateException("for the test");
                });
                var _ = watchdog.watch(source, 0)) {
            assertThat(times.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_bite_after_the_end_of_the_watch_tells_nobody() {
        try (var _ = source.onCancel(() -> {
            throw new AssertionError("the watch has ended");
        })) {
            var watch = watchdog.watch(source, Long.MAX_VALUE);
            watch.close();
            watch.bite();

            assertThat(source.isCancelled()).isTrue();
            assertThat(watchdog.watches()).isZero();
        }
    }
}
