package renditions.batch;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Tells work to stop when its time is over, from a platform thread of its own: virtual threads may all be held up
/// by native calls, and the thread that owes the answer must not wait for a way to stop.
final class Watchdog implements AutoCloseable {
    /// How often running work is told again: libvips forgets its kill flag whenever it starts on a part of its
    /// work.
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("watchdog").factory());

    Watchdog() {
        thread.setRemoveOnCancelPolicy(true);
    }

    /// Cancels `source` in `nanos` (at once when that is not positive), and again and again from then on, until
    /// the watch is closed.
    Watch watch(CancellationSource source, long nanos) {
        return new Watch(source, nanos);
    }

    /// How many batches are watched; one that is just being told to stop may be missing.
    int watches() {
        return thread.getQueue().size();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// One batch that is watched. Race between its time and [#close()]: whoever comes first wins; to cancel work
    /// that just ended does nothing.
    final class Watch implements AutoCloseable {
        private final CancellationSource source;
        private Future<?> bites; // guarded by this
        private boolean closed; // guarded by this

        private Watch(CancellationSource source, long nanos) {
            this.source = source;
            bites = schedule(nanos);
        }

        /// Cancels now instead of when the time is over. The flag is set when this returns; the ways to stop run
        /// on the watchdog's thread.
        synchronized void bite() {
            source.mark();
            if (!closed) {
                bites.cancel(false);
                bites = schedule(0);
            }
        }

        /// Ends the watch; nothing is told to stop any more.
        @Override
        public synchronized void close() {
            closed = true;
            bites.cancel(false);
        }

        private Future<?> schedule(long nanos) {
            return thread.scheduleWithFixedDelay(this::tell, Math.max(0, nanos), AGAIN_NANOS, TimeUnit.NANOSECONDS);
        }

        // What is thrown would end the repetition.
        private void tell() {
            try {
                source.cancel();
            } catch (Throwable ignored) {
                // No memory to give the word: it is given again in a moment.
            }
        }
    }
}
