package renditions.batch;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import renditions.batch.PieceQueue.Piece;

/// The lane of what computes. What belongs to the item that was admitted first goes first: items are
/// finished one after the other rather than all begun and none done when the time is over, and fewer pictures are
/// in memory at once.
///
/// Safe for use by many threads.
final class PixelLane implements AutoCloseable {
    /// The item that the calling thread works on.
    private static final ScopedValue<Item> CURRENT = ScopedValue.newInstance();

    private final Backlog backlog;
    private final AtomicLong numbers = new AtomicLong();
    private final PixelThreads threads;

    PixelLane(NanoClock clock, int threads) {
        this.threads = new PixelThreads(threads);
        backlog = new Backlog(clock);
    }

    /// An item that was admitted, closed when it has ended.
    final class Item implements AutoCloseable {
        private final long number = numbers.getAndIncrement();
        private final Backlog.Load load;

        private Item(long pixelNanos) {
            load = backlog.add(pixelNanos);
        }

        /// Calls `work` on the calling thread; what it has run on the lane from this thread is this item's.
        <T> T call(Callable<T> work) throws Exception {
            return ScopedValue.where(CURRENT, this).call(work::call);
        }

        /// What it took when it ends now.
        ///
        /// @param nanos since its start
        Effort effort(long nanos) {
            return load.effort(nanos);
        }

        @Override
        public void close() {
            load.close();
        }
    }

    /// Admits an item. The first starts the threads, or is refused with what prevented that.
    ///
    /// @param pixelNanos how long it is expected to compute
    Item admit(long pixelNanos) {
        threads.start();
        return new Item(pixelNanos);
    }

    /// What is now known of the calling thread's item: how long it is expected to compute from here on.
    static void expect(long pixelNanos) {
        if (CURRENT.isBound()) {
            CURRENT.get().load.expect(pixelNanos);
        }
    }

    /// A task and not a completable future: to say that it failed, that one needs memory, and whoever waits for a
    /// piece that ran out of memory would wait for ever.
    <T> Future<T> run(Supplier<T> work) {
        var item = CURRENT.isBound() ? CURRENT.get() : null;
        var task = new FutureTask<>(item == null ? work::get : () -> item.load.during(work));
        threads.compute(piece(item, task));
        return task;
    }

    /// How long the threads are expected to be busy with all that was admitted, in nanoseconds.
    long backlogNanos() {
        return backlog.nanos() / threads.count();
    }

    /// How many items were admitted and have not ended.
    int items() {
        return backlog.items();
    }

    /// Ends the threads when all that was called is done, and waits for that.
    @Override
    public void close() {
        threads.close();
    }

    // What belongs to no item takes its turn as an item of its own.
    private Piece piece(@Nullable Item item, Runnable task) {
        long number = numbers.getAndIncrement();
        return new Piece(item == null ? number : item.number, number, task);
    }
}
