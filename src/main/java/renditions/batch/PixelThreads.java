package renditions.batch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import renditions.batch.PieceQueue.Piece;

/// The platform threads of the pixel lane, and the pieces that wait for them. None is started before there is work: a
/// snapshot of a process that has had none holds none.
///
/// Safe for use by many threads.
final class PixelThreads implements AutoCloseable {
    /// Comes after all work.
    private static final Piece END = new Piece(Long.MAX_VALUE, Long.MAX_VALUE, () -> {});

    private final int count;
    private final AtomicInteger started = new AtomicInteger();
    private final PieceQueue pieces = new PieceQueue();
    private final ExecutorService pool; // each thread computes until this is closed

    PixelThreads(int count) {
        this.count = count;
        pool = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("pixels").factory());
    }

    int count() {
        return count;
    }

    /// Starts those that are not started yet, or throws what prevented it; whoever comes next tries again.
    ///
    /// Race of several that come first: who counts a thread starts it, and the others go on.
    void start() {
        for (int number = started.get(); number < count; number = started.get()) {
            if (started.compareAndSet(number, number + 1)) {
                startOne();
            }
        }
    }

    /// Has a piece computed, or throws for want of memory and has not.
    void compute(Piece piece) {
        start();
        pieces.add(piece);
    }

    /// Ends them when all that was called is done, and waits for that.
    @Override
    public void close() {
        for (int number = started.get(); number > 0; number--) {
            pieces.add(END);
        }
        pool.close();
    }

    private void startOne() {
        try {
            pool.execute(this::compute);
        } catch (Throwable noMemory) {
            started.decrementAndGet();
            throw noMemory;
        }
    }

    /// What a thread does. It ends when this is closed and not before: what a piece throws is its task's.
    private void compute() {
        for (var piece = pieces.take(); piece != END; piece = pieces.take()) {
            try {
                piece.run();
            } catch (Throwable ignored) {
                // The task knows, or there was no memory to tell it.
            }
        }
    }
}
