package renditions.batch;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import renditions.batch.PieceQueue.Piece;

/// The platform threads that compute. What belongs to the item that was admitted first goes first: items are
/// finished one after the other rather than all begun and none done when the time is over, and fewer pictures are
/// in memory at once.
///
/// Safe for use by many threads.
final class PixelLane implements AutoCloseable {
    /// The item that the calling thread works on.
    private static final ScopedValue<Item> CURRENT = ScopedValue.newInstance();

    /// Comes after all work.
    private static final Piece END = new Piece(Long.MAX_VALUE, Long.MAX_VALUE, () -> {});

    private final int threads;
    private final Backlog backlog;
    private final AtomicLong numbers = new AtomicLong();
    private final PieceQueue pieces = new PieceQueue();
    private final ExecutorService pool; // each thread computes until the lane is closed

    PixelLane(NanoClock clock, int threads) {
        this.threads = threads;
        backlog = new Backlog(clock);
        pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("pixels-", 1).factory());
        for (int i = 0; i < threads; i++) {
            pool.execute(this::compute);
        }
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

    /// Admits an item.
    ///
    /// @param pixelNanos how long it is expected to compute
    Item admit(long pixelNanos) {
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
        pieces.add(piece(item, task));
        return task;
    }

    /// How long the threads are expected to be busy with all that was admitted, in nanoseconds.
    long backlogNanos() {
        return backlog.nanos() / threads;
    }

    /// How many items were admitted and have not ended.
    int items() {
        return backlog.items();
    }

    /// Ends the threads when all that was called is done, and waits for that.
    @Override
    public void close() {
        for (int i = 0; i < threads; i++) {
            pieces.add(END);
        }
        pool.close();
    }

    /// What a thread does. It ends with the lane and not before: what a piece throws is its task's.
    private void compute() {
        for (var piece = pieces.take(); piece != END; piece = pieces.take()) {
            try {
                piece.run();
            } catch (Throwable ignored) {
                // The task knows, or there was no memory to tell it.
            }
        }
    }

    // What belongs to no item takes its turn as an item of its own.
    private Piece piece(@Nullable Item item, Runnable task) {
        long number = numbers.getAndIncrement();
        return new Piece(item == null ? number : item.number, number, task);
    }
}
