package renditions.batch;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The lane that computes: a fixed number of platform threads. Work of the item that was admitted first goes first.
/// So items are finished one after the other, instead of all being begun and none being done when the time is over,
/// and fewer pictures are in memory at once. Threads start with the first work, so the snapshot of a process
/// without work holds none.
///
/// Safe for use by many threads.
final class PixelLane implements AutoCloseable {
    /// The item that the calling thread works on.
    private static final ScopedValue<Item> CURRENT = ScopedValue.newInstance();

    private final Backlog backlog;
    private final AtomicLong numbers = new AtomicLong();
    private final int threads;
    private final ExecutorService pool;

    PixelLane(NanoClock clock, int threads) {
        this.threads = threads;
        backlog = new Backlog(clock);
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("pixels").factory());
    }

    /// An item that was admitted, closed when it has ended.
    final class Item implements AutoCloseable {
        private final long number = numbers.getAndIncrement();
        private final Backlog.Load load;

        private Item(long pixelNanos) {
            load = backlog.add(pixelNanos);
        }

        /// Calls `work` on the calling thread. What it runs on the lane from this thread belongs to this item.
        <T> T call(Callable<T> work) throws Exception {
            return ScopedValue.where(CURRENT, this).call(work::call);
        }

        /// The item's effort, if it ends now.
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

    /// Admits an item.
    ///
    /// @param pixelNanos how long it is expected to compute
    Item admit(long pixelNanos) {
        return new Item(pixelNanos);
    }

    /// Replaces the expected computing time of the calling thread's item, from here on.
    static void expect(long pixelNanos) {
        if (CURRENT.isBound()) {
            CURRENT.get().load.expect(pixelNanos);
        }
    }

    /// Runs `work` on the lane when its turn has come.
    <T> Future<T> run(Supplier<T> work) {
        var item = CURRENT.isBound() ? CURRENT.get() : null;
        var task = new FutureTask<>(item == null ? work::get : () -> item.load.during(work));
        pool.execute(piece(item, task));
        return task;
    }

    /// How long the threads are expected to be busy with all admitted items, in nanoseconds.
    ///
    /// @param within how far to look, in nanoseconds: a longer load keeps its thread busy until then
    long backlogNanos(long within) {
        return backlog.nanos(Math.max(0, within)) / threads;
    }

    /// How many items were admitted and have not ended.
    int items() {
        return backlog.items();
    }

    /// Ends the threads when all their work is done, and waits for that.
    @Override
    public void close() {
        pool.close();
    }

    // Work that belongs to no item queues as an item of its own.
    private Piece piece(@Nullable Item item, Runnable task) {
        long number = numbers.getAndIncrement();
        return new Piece(item == null ? number : item.number, number, task);
    }

    /// A piece of an item's work. Of the waiting pieces, those of the item that was admitted first go first, in the
    /// order of their calls.
    ///
    /// @param item the number of its item, in the order of admission
    /// @param number its own number, in the order of the calls
    private record Piece(long item, long number, Runnable work) implements Runnable, Comparable<Piece> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Piece other) {
            return item == other.item ? Long.compare(number, other.number) : Long.compare(item, other.item);
        }
    }
}
