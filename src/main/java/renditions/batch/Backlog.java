package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// What the items on the lanes are expected to compute yet. Every admitted item has a [Load] in it, which shrinks
/// while the pixel lane works on it.
///
/// Safe for use by many threads; no method blocks.
final class Backlog {
    private final NanoClock clock;
    private final Queue<Load> loads = new ConcurrentLinkedQueue<>();

    Backlog(NanoClock clock) {
        this.clock = clock;
    }

    /// Counts an item that was admitted.
    ///
    /// @param pixelNanos how long it is expected to compute
    /// @return its load, closed when the item has ended
    Load add(long pixelNanos) {
        var load = new Load(pixelNanos);
        loads.add(load);
        return load;
    }

    /// What is left of all loads, in nanoseconds of computing on one thread.
    long nanos() {
        long now = clock.nanoTime();
        return loads.stream().mapToLong(load -> load.left(now)).sum();
    }

    /// How many items have a load.
    int items() {
        return loads.size();
    }

    /// What one item is expected to compute yet.
    final class Load implements AutoCloseable {
        private final long admitted;
        private volatile long expected;
        private final AtomicReference<Progress> progress = new AtomicReference<>(new Progress(0, 0));

        private Load(long expected) {
            admitted = expected;
            this.expected = expected;
        }

        /// A better prediction.
        ///
        /// @param pixelNanos how long the item is expected to compute from now on
        void expect(long pixelNanos) {
            expected = pixelNanos + computed(clock.nanoTime());
        }

        /// Runs a piece of the item's work on the calling thread, which takes it off the load.
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

        /// What it took when it ends now; what still runs counts until now.
        ///
        /// @param nanos since its start
        Effort effort(long nanos) {
            return new Effort(nanos, computed(clock.nanoTime()), admitted, expected);
        }

        /// The item has ended; nothing is left of its load. A second call does nothing.
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

    /// How far an item's computing is, as one value, so that it is read and changed as one.
    ///
    /// @param running how many pieces are running
    /// @param nanos the ends of the pieces that have ended, minus the beginnings of all. Sums of a clock's readings
    ///     overflow, and their difference is right all the same.
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
