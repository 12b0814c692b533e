package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// Batches of the numbers from 0, on lanes of their own, which must have everything back when they are closed.
/// Their time passes only when a test says so, however fast the machine is.
final class Numbers implements AutoCloseable {
    /// How many items run at once.
    static final int PERMITS = 8;

    /// The time until the order to stop, and how often the engine's threads look at the time.
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

    /// A deadline with more time than is ever needed.
    Deadline ample() {
        return in(AMPLE, AMPLE);
    }

    /// A deadline whose order to stop comes with [#timeIsOver()]; stopped work has enough time to end.
    Deadline soon() {
        return in(SHORT, AMPLE);
    }

    /// A deadline whose order to stop comes with [#timeIsOver()]; the answer is due at the same moment.
    Deadline soonAndNoGrace() {
        return in(SHORT, Duration.ZERO);
    }

    /// Lets the time of all batches with little time pass.
    void timeIsOver() {
        pass(SHORT.toNanos());
    }

    /// Lets time pass.
    void pass(long nanos) {
        now.addAndGet(nanos);
    }

    /// A deadline whose answer is already due.
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

    /// A listener that hears how items end.
    interface Ends extends BatchListener<Integer, Integer> {
        @Override
        void settled(Integer item, Outcome<Integer> outcome, Effort effort);
    }

    /// Gives work that still runs time to end.
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
