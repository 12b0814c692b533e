package renditions.bench;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import renditions.batch.NanoClock;

/// The time that one item spent on the pixel lane until a certain moment. Safe for use by many threads.
final class Meter {
    private final NanoClock clock;
    private final long until;
    private final LongAdder nanos = new LongAdder();

    /// @param until a reading of `clock`; time after it does not count
    Meter(NanoClock clock, long until) {
        this.clock = clock;
        this.until = until;
    }

    /// Does the work and adds the time it takes, on every thread that does some.
    <T> T timed(Supplier<T> work) {
        long left = left();
        try {
            return work.get();
        } finally {
            nanos.add(left - left());
        }
    }

    /// Nanoseconds of all threads together.
    long nanos() {
        return nanos.sum();
    }

    /// Nanoseconds until the moment, 0 when it has passed.
    private long left() {
        return Math.max(0, until - clock.nanoTime());
    }
}
