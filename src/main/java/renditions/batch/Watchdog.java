package renditions.batch;

import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells work to stop when its time is over, from a platform thread for each batch. Native calls may hold up all
/// virtual threads; the thread that owes the answer must not wait for a way to stop; and one that hangs must not
/// keep other batches from being stopped. The threads are kept for later batches.
///
/// Work that has not stopped some time later is written off.
final class Watchdog implements AutoCloseable {
    /// How often running work is told again: libvips forgets its kill flag whenever it starts on a part of its
    /// work.
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final NanoClock clock;
    private final long stuckNanos;
    private final Consumer<Cancellation> writeOff;
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("watchdog").factory());

    /// @param stuckNanos how long work may go on after it was told to stop, before it is written off
    /// @param writeOff writes off what still runs for a cancellation; called again and again
    Watchdog(NanoClock clock, long stuckNanos, Consumer<Cancellation> writeOff) {
        this.clock = clock;
        this.stuckNanos = stuckNanos;
        this.writeOff = writeOff;
    }

    /// Cancels `source` when its time is over, and again and again from then on, until the watch is closed.
    Watch watch(CancellationSource source) {
        var watch = new Watch(source);
        threads.execute(watch);
        return watch;
    }

    /// How many batches are watched, approximately: one whose watch was just closed may still be counted.
    int watches() {
        return threads.getActiveCount();
    }

    /// Ends the threads, even if they still watch a batch.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /// The watch over one batch. No method blocks. Race between the end of its time and [#close()]: the first wins.
    /// To cancel work that has just ended does no harm.
    final class Watch implements Runnable, AutoCloseable {
        private final CancellationSource source;
        private volatile @Nullable Thread thread; // the watching thread, once it runs
        private volatile boolean closed;

        private Watch(CancellationSource source) {
            this.source = source;
        }

        @Override
        public void run() {
            thread = Thread.currentThread(); // set before the first look, so that it can be woken
            var told = OptionalLong.empty();
            while (!closed && !threads.isShutdown()) {
                long left = source.isCancelled() ? 0 : source.nanosLeft();
                if (left <= 0) {
                    source.cancel(); // returns what the ways to stop throw
                    told = OptionalLong.of(told.orElse(clock.nanoTime()));
                    if (clock.nanoTime() - told.getAsLong() >= stuckNanos) {
                        writeOff.accept(source);
                    }
                    left = AGAIN_NANOS;
                }
                LockSupport.parkNanos(left);
                Thread.interrupted(); // only a faulty way to stop interrupts this thread
            }
        }

        /// Cancels now instead of when the time is over. The flag is set when this returns; the ways to stop
        /// run on the watchdog's thread.
        void bite() {
            source.mark();
            LockSupport.unpark(thread);
        }

        /// Ends the watch; nothing is told to stop after this.
        @Override
        public void close() {
            closed = true;
            LockSupport.unpark(thread);
        }
    }
}
