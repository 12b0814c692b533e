package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import renditions.testing.Latches;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LanesTest {
    private final Lanes lanes = new Lanes(NanoClock.system(), 1, 2);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void pixels_run_on_platform_threads_and_networks_on_virtual_ones() {
        assertThat(Lanes.await(lanes.onPixels(() -> Thread.currentThread().isVirtual())))
                .isFalse();
        assertThat(Lanes.await(lanes.onNetwork(() -> Thread.currentThread().isVirtual())))
                .isTrue();
    }

    @Test
    void what_work_throws_reaches_the_one_who_awaits_it() {
        var thrown = new OutOfMemoryError("for the test");

        assertThatThrownBy(() -> Lanes.await(lanes.onPixels(() -> {
                    throw thrown;
                })))
                .isSameAs(thrown);
        assertThat(Lanes.await(lanes.onPixels(() -> "the lane still works"))).isEqualTo("the lane still works");
    }

    /// The first thing fails while the second still waits for it: only what has ended counts.
    @Test
    void work_on_each_of_many_has_ended_when_one_of_it_throws() {
        var failed = new CountDownLatch(1);
        var ended = new AtomicLong();

        assertThatThrownBy(() -> lanes.eachOnNetwork(List.of(0, 1), thing -> {
                    if (thing == 0) {
                        failed.countDown();
                        throw new IllegalStateException("for the test");
                    }
                    Latches.awaitWhateverComes(failed);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    return ended.incrementAndGet();
                }))
                .hasMessage("for the test");
        assertThat(ended).hasValue(1);
        assertThat(lanes.eachOnPixels(List.of(3, 1, 2), thing -> thing * 2)).containsExactly(6, 2, 4);
        assertThat(lanes.eachOnNetwork(List.of(3, 1, 2), thing -> thing * 2)).containsExactly(6, 2, 4);
    }

    @Test
    void awaiting_goes_on_although_the_thread_is_interrupted_and_leaves_the_interrupt() throws Exception {
        var release = new CountDownLatch(1);
        var seen = new AtomicReference<String>("nothing");
        var pixels = lanes.onPixels(() -> {
            Latches.awaitWhateverComes(release);
            return "finished";
        });
        var waiter = Thread.ofVirtual()
                .start(() -> seen.set(Lanes.await(pixels) + ", interrupted: "
                        + Thread.currentThread().isInterrupted()));
        waiter.interrupt();
        release.countDown();
        waiter.join();

        assertThat(seen).hasValue("finished, interrupted: true");
    }

    @Test
    void closing_ends_their_threads() throws Exception {
        var now = new AtomicLong();
        var other = new Lanes(now::get, 1, 1);
        var pixels = Lanes.await(other.onPixels(Thread::currentThread));
        var watchdog = new CompletableFuture<Thread>();
        Work<Integer, Integer> work = (cancellation, item) -> {
            try (var _ = cancellation.onCancel(() -> watchdog.complete(Thread.currentThread()))) {
                now.set(1_000_000);
                watchdog.join();
            }
            return new Outcome.Done<>(item);
        };
        Batch.of(List.of(0), work).run(other, new Deadline(1_000_000, 2_000_000));

        other.close();

        pixels.join();
        watchdog.join().join();
    }
}
