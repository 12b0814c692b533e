package renditions.batch;

import java.util.ArrayList;
import java.util.List;

/// What the items on the lanes are expected to compute yet. Every admitted item has a [Load] in it, which shrinks
/// while the pixel lane works on it.
///
/// Safe for use by many threads.
final class Backlog {
    private final NanoClock clock;
    private final List<Load> loads = new ArrayList<>(); // guarded by this

    Backlog(NanoClock clock) {
        this.clock = clock;
    }

    /// Counts an item that was admitted.
    ///
    /// @param pixelNanos how long it is expected to compute
    /// @return its load, closed when the item has ended
    synchronized Load add(long pixelNanos) {
        var load = new Load(pixelNanos);
        loads.add(load);
        return load;
    }

    /// What is left of all loads, in nanoseconds of computing on one thread.
    synchronized long nanos() {
        long now = clock.nanoTime();
        return loads.stream().mapToLong(load -> load.left(now)).sum();
    }

    /// How many items have a load.
    synchronized int items() {
        return loads.size();
    }

    /// What one item is expected to compute yet.
    final class Load implements AutoCloseable {
        private final long admitted;
        private long expected;
        private long computed;
        private int running;
        private long beginnings; // the sum of when each running piece of work began

        private Load(long expected) {
            admitted = expected;
            this.expected = expected;
        }

        /// A better prediction.
        ///
        /// @param pixelNanos how long the item is expected to compute from now on
        void expect(long pixelNanos) {
            synchronized (Backlog.this) {
                expected = pixelNanos + computed;
            }
        }

        /// Runs a piece of the item's work on the calling thread, which takes it off the load.
        void during(Runnable work) {
            long begin = clock.nanoTime();
            begin(begin);
            try {
                work.run();
            } finally {
                end(begin, clock.nanoTime());
            }
        }

        /// What it took when it ends now. Whoever waited for a piece of work may be told before its thread comes to
        /// its end; so what runs counts until now.
        ///
        /// @param nanos since its start
        Effort effort(long nanos) {
            synchronized (Backlog.this) {
                return new Effort(nanos, computed(clock.nanoTime()), admitted, expected);
            }
        }

        /// The item has ended; nothing is left of its load. A second call does nothing.
        @Override
        public void close() {
            synchronized (Backlog.this) {
                loads.remove(this);
            }
        }

        private void begin(long now) {
            synchronized (Backlog.this) {
                running++;
                beginnings += now;
            }
        }

        private void end(long begin, long now) {
            synchronized (Backlog.this) {
                running--;
                beginnings -= begin;
                computed += now - begin;
            }
        }

        private long left(long now) {
            return Math.max(0, expected - computed(now));
        }

        // The sums may overflow as the clock may; their difference is right all the same.
        private long computed(long now) {
            return computed + (running * now - beginnings);
        }
    }
}
