package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
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
        /// How many bits of [#progress] count the pieces of work that are running: 4,095 threads.
        private static final int RUNNING = 12;

        private final long admitted;
        private final long origin = clock.nanoTime(); // what progress counts time from
        private volatile long expected;

        /// In the lower bits how many pieces of work are running; in the upper ones the nanoseconds that those
        /// which have ended took, minus when each that is running began. One number, so that it is read and
        /// changed as one: enough for 26 days.
        private final AtomicLong progress = new AtomicLong();

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

        /// Runs a piece of the item's work on the calling thread, which takes it off the load. Beside that work
        /// nothing allocates: its result is not lost for want of memory.
        <T> T during(Supplier<T> work) {
            progress.addAndGet(1 - (sinceOrigin() << RUNNING));
            try {
                return work.get();
            } finally {
                progress.addAndGet((sinceOrigin() << RUNNING) - 1);
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
            long read = progress.get();
            long running = read & ((1 << RUNNING) - 1);
            return (read >> RUNNING) + running * (now - origin);
        }

        private long sinceOrigin() {
            return clock.nanoTime() - origin;
        }
    }
}
