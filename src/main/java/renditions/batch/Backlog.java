package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The computing that the items on the lanes still have before them, as expected. Every admitted item has a [Load]
/// here, which shrinks while the pixel lane works on it.
///
/// Safe for use by many threads; no method blocks.
final class Backlog {
    private final NanoClock clock;
    private final Queue<Load> loads = new ConcurrentLinkedQueue<>();

    Backlog(NanoClock clock) {
        this.clock = clock;
    }

    /// Adds an item that was admitted.
    ///
    /// @param pixelNanos how long it is expected to compute
    /// @return its load, closed when the item has ended
    Load add(long pixelNanos) {
        var load = new Load(pixelNanos);
        loads.add(load);
        return load;
    }

    /// The sum of all loads, in nanoseconds of computing on one thread; at most [Long#MAX_VALUE].
    ///
    /// @param within the most that counts of one load, in nanoseconds
    long nanos(long within) {
        long now = clock.nanoTime();
        return loads.stream()
                .mapToLong(load -> Math.min(within, load.left(now)))
                .reduce(0, Cost::sum);
    }

    /// How many items have a load.
    int items() {
        return loads.size();
    }

    /// The computing that one item still has before it, as expected.
    final class Load implements AutoCloseable {
        private final long admitted;
        private volatile long expected;
        private final AtomicReference<Progress> progress = new AtomicReference<>(new Progress(0, 0));

        private Load(long expected) {
            admitted = expected;
            this.expected = expected;
        }

        /// Replaces the prediction by a better one.
        ///
        /// @param pixelNanos how long the item is expected to compute from now on
        void expect(long pixelNanos) {
            expected = Cost.sum(pixelNanos, computed(clock.nanoTime()));
        }

        /// Runs a piece of the item's work on the calling thread, and takes its time off the load.
        <T> T during(Supplier<T> work) {
            long begin = clock.nanoTime();
            progress.updateAndGet(before -> before.begun(begin));
            try {
                return work.get();
            } finally {
                long end = clock.nanoTime();
                progress.updateAndGet(before -> before.ended(end));
            }
        }

        /// The item's effort, if it ends now. Pieces that still run count until now.
        ///
        /// @param nanos since its start
        Effort effort(long nanos) {
            return new Effort(nanos, computed(clock.nanoTime()), admitted, expected);
        }

        /// Removes the load, because the item has ended. A second call does nothing.
        @Override
        public void close() {
            loads.remove(this);
        }

        private long left(long now) {
            return Math.max(0, expected - computed(now));
        }

        private long computed(long now) {
            return progress.get().computed(now);
        }
    }

    /// The progress of an item's computing, as one value, so that it is read and changed as one.
    ///
    /// @param running how many pieces are running
    /// @param nanos the sum of the end times of all pieces that have ended, minus the sum of the start times of all
    ///     pieces. The sums may overflow; their difference is right all the same.
    private record Progress(int running, long nanos) {
        Progress begun(long at) {
            return new Progress(running + 1, nanos - at);
        }

        Progress ended(long at) {
            return new Progress(running - 1, nanos + at);
        }

        long computed(long now) {
            return nanos + running * now;
        }
    }
}
