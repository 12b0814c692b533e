package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// Batches of the numbers from 0, on lanes of their own, which have everything back when they are closed. Their time
/// passes when a test says so, however fast the machine is.
final class Numbers implements AutoCloseable {
    /// How many items run at once.
    static final int PERMITS = 8;

    /// Until the word to stop comes, and how often the engine's threads look at the time.
    private static final Duration SHORT = Duration.ofMillis(20);

    private static final Duration AMPLE = Duration.ofMinutes(5);

    private final AtomicLong now = new AtomicLong();
    private final Lanes lanes;

    Numbers() {
        lanes = new Lanes(now::get, 2, PERMITS);
    }

    private Numbers(NanoClock clock) {
        lanes = new Lanes(clock, 2, PERMITS);
    }

    /// Lanes whose time passes by itself, for deadlines that a test makes by their clock.
    static Numbers inRealTime() {
        return new Numbers(NanoClock.system());
    }

    Report<Integer> run(Deadline deadline, int items, Work<Integer, Integer> work) throws InterruptedException {
        var numbers = IntStream.range(0, items).boxed().toList();
        return Batch.of(numbers, work).run(lanes, deadline);
    }

    Lanes lanes() {
        return lanes;
    }

    /// More time than is ever needed.
    Deadline ample() {
        return in(AMPLE, AMPLE);
    }

    /// The word to stop comes with [#timeIsOver()], and what hears it has all the time it needs to end.
    Deadline soon() {
        return in(SHORT, AMPLE);
    }

    /// The word to stop comes with [#timeIsOver()], and the answer is due at the same moment.
    Deadline soonAndNoGrace() {
        return in(SHORT, Duration.ZERO);
    }

    /// The time of all batches passes that have little of it.
    void timeIsOver() {
        pass(SHORT.toNanos());
    }

    /// Time passes.
    void pass(long nanos) {
        now.addAndGet(nanos);
    }

    /// The answer is due already.
    Deadline over() {
        return in(Duration.ZERO, Duration.ZERO);
    }

    private Deadline in(Duration untilCancel, Duration grace) {
        long cancelAt = now.get() + untilCancel.toNanos();
        return new Deadline(cancelAt, cancelAt + grace.toNanos());
    }

    static Outcome<Integer> done(int item) {
        return new Outcome.Done<>(item);
    }

    /// Waits as work does that nothing stops.
    static void awaitIgnoringInterrupts(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                // Nothing stops it.
            }
        }
    }

    /// What still runs is given time to end.
    @Override
    public void close() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(lanes.permits().free()).as("permits").isEqualTo(PERMITS);
            assertThat(lanes.pixels().items()).as("items with a load").isZero();
            assertThat(lanes.watchdog().watches()).as("watches").isZero();
        });
        lanes.close();
    }
}
