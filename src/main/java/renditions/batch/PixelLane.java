package renditions.batch;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The lane that computes: a fixed number of platform threads. Work of the item that was admitted first goes first.
/// So items are finished one after the other, instead of all being begun and none being done when the time is over,
/// and fewer pictures are in memory at once. Threads start with the first work, so the snapshot of a process
/// without work holds none.
///
/// A piece that does not stop when it is told to can be written off: it keeps its thread until it returns, and the
/// lane gets another one meanwhile.
///
/// Short work, such as reading a header, can run beside the lane on a thread of its own. So it waits neither for long
/// work nor for other short work that turns out to be long.
///
/// Safe for use by many threads.
final class PixelLane implements AutoCloseable {
    /// The item that the calling thread works on.
    private static final ScopedValue<Item> CURRENT = ScopedValue.newInstance();

    private final Backlog backlog;
    private final AtomicLong numbers = new AtomicLong();
    private final int threads;
    private final ThreadPoolExecutor pool;
    private final Set<Piece> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writtenOff = new AtomicInteger();
    private final AtomicInteger replaced = new AtomicInteger(); // threads of the pool
    private final ThreadFactory beside =
            Thread.ofPlatform().daemon().name("header").factory();

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
        private final Cancellation cancellation;

        private Item(long pixelNanos, Cancellation cancellation) {
            load = backlog.add(pixelNanos);
            this.cancellation = cancellation;
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
    /// @param cancellation of the item, and of its batch
    Item admit(long pixelNanos, Cancellation cancellation) {
        return new Item(pixelNanos, cancellation);
    }

    /// Replaces the expected computing time of the calling thread's item, from here on.
    static void expect(long pixelNanos) {
        if (CURRENT.isBound()) {
            CURRENT.get().load.expect(pixelNanos);
        }
    }

    /// Runs `work` on the lane when its turn has come.
    <T> Future<T> run(Supplier<T> work) {
        var item = current();
        var task = task(item, work);
        pool.execute(piece(item, task, true));
        return task;
    }

    /// Runs `work` at once, beside the lane.
    <T> Future<T> runBeside(Supplier<T> work) {
        var item = current();
        var task = task(item, work);
        beside.newThread(piece(item, task, false)).start();
        return task;
    }

    private static @Nullable Item current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    private static <T> FutureTask<T> task(@Nullable Item item, Supplier<T> work) {
        return new FutureTask<>(item == null ? work::get : () -> item.load.during(work));
    }

    /// Writes off what still runs for this cancellation: the lane gets another thread for each of its pieces.
    ///
    /// Race with the return of a piece: the first wins.
    @SuppressWarnings("ReferenceEquality") // the same cancellation, not an equal one
    void writeOff(Cancellation cancellation) {
        for (var piece : running) {
            if (piece.item != null && piece.item.cancellation == cancellation && piece.writeOff()) {
                count(piece, 1);
            }
        }
    }

    /// How many pieces are written off at this moment.
    int writtenOff() {
        return writtenOff.get();
    }

    private void count(Piece piece, int by) {
        writtenOff.addAndGet(by);
        if (piece.onLane) {
            replace(by);
        }
    }

    /// The pool's maximum is never below its core, whatever the order of two changes.
    private synchronized void replace(int by) {
        int all = threads + replaced.addAndGet(by);
        if (by > 0) {
            pool.setMaximumPoolSize(all);
            pool.setCorePoolSize(all);
        } else {
            pool.setCorePoolSize(all);
            pool.setMaximumPoolSize(all);
        }
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
    private Piece piece(@Nullable Item item, Runnable task, boolean onLane) {
        long number = numbers.getAndIncrement();
        return new Piece(item, item == null ? number : item.number, number, task, onLane);
    }

    private enum State {
        RUNNING,
        RETURNED,
        WRITTEN_OFF
    }

    /// A piece of an item's work. Of the waiting pieces, those of the item that was admitted first go first, in the
    /// order of their calls.
    private final class Piece implements Runnable, Comparable<Piece> {
        private final @Nullable Item item;
        private final long itemNumber; // in the order of admission
        private final long number; // in the order of the calls
        private final Runnable work;
        private final boolean onLane;
        private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

        Piece(@Nullable Item item, long itemNumber, long number, Runnable work, boolean onLane) {
            this.item = item;
            this.itemNumber = itemNumber;
            this.number = number;
            this.work = work;
            this.onLane = onLane;
        }

        @Override
        public void run() {
            running.add(this);
            try {
                work.run();
            } finally {
                running.remove(this);
                if (!state.compareAndSet(State.RUNNING, State.RETURNED)) {
                    count(this, -1);
                }
            }
        }

        /// Whether it had neither returned nor been written off before.
        boolean writeOff() {
            return state.compareAndSet(State.RUNNING, State.WRITTEN_OFF);
        }

        @Override
        public int compareTo(Piece other) {
            return itemNumber == other.itemNumber
                    ? Long.compare(number, other.number)
                    : Long.compare(itemNumber, other.itemNumber);
        }
    }
}
