package renditions.log;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Lines on their way to a stream. One thread writes them, each with one call and in the order in which they came, so
/// none is torn; and the stream, which may block as long as it likes, blocks that thread only.
///
/// A line is lost when too many wait before it, or when the stream throws; those are counted. Safe for use by many
/// threads.
public final class LogLines implements AutoCloseable {
    /// How many bytes may wait to be written: a line for each of 10,000 items.
    private static final int ROOM_BYTES = 8_000_000;

    /// How long an item waits for room. No other thread does: one owes the answer, others tell work to stop or compute.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Supplier<? extends OutputStream> stream;
    private final Semaphore room = new Semaphore(ROOM_BYTES);
    private final AtomicLong lost = new AtomicLong();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("log").factory());

    /// @param stream where lines go; asked for each, since Lambda replaces the process's own
    public LogLines(Supplier<? extends OutputStream> stream) {
        this.stream = stream;
    }

    /// Has a line written. Waits for room, though not long, on virtual threads; never for the stream.
    ///
    /// @param line with the line feed that ends it; not changed afterwards
    public void add(byte[] line) {
        if (hasRoom(line.length)) {
            var _ = submit(line);
        } else {
            lose();
        }
    }

    /// Has a line written and waits until it is, and with it all that came before.
    ///
    /// @param patience how long at most; zero or less: not at all
    /// @return whether it is written; where it is not, it may be later
    public boolean write(byte[] line, Duration patience) {
        if (!room.tryAcquire(line.length)) {
            lose();
            return false;
        }
        try {
            return submit(line).get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException blocked) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Counts a line that could not even be made.
    public void lose() {
        lost.incrementAndGet();
    }

    /// How many lines were lost since the last call of this.
    public long takeLost() {
        return lost.getAndSet(0);
    }

    private boolean hasRoom(int bytes) {
        if (room.tryAcquire(bytes)) {
            return true;
        }
        try {
            return Thread.currentThread().isVirtual()
                    && room.tryAcquire(bytes, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Future<Boolean> submit(byte[] line) {
        return writer.submit(() -> put(line));
    }

    private boolean put(byte[] line) {
        try {
            var open = stream.get();
            open.write(line);
            open.flush();
            return true;
        } catch (Throwable broken) {
            lose();
            return false;
        } finally {
            room.release(line.length);
        }
    }

    /// Ends the thread; what waits is not written.
    @Override
    public void close() {
        writer.shutdownNow();
    }
}
