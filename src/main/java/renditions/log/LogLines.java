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

/// Lines on their way to a stream. One thread writes them in their order, each with one call, so no line is torn.
/// If the stream blocks, it blocks only that thread.
///
/// A line is lost if too many wait before it, or if the stream throws. Lost lines are counted. Safe for use by many
/// threads.
public final class LogLines implements AutoCloseable {
    /// How many bytes may wait: enough for a line for each of 10,000 items.
    private static final int ROOM_BYTES = 8_000_000;

    /// How long an item waits for room. No other thread waits, because the others owe the answer, tell work to
    /// stop, or compute.
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Supplier<? extends OutputStream> stream;
    private final Semaphore room = new Semaphore(ROOM_BYTES);
    private final AtomicLong lost = new AtomicLong();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("log").factory());

    /// @param stream gives the stream, once for each line, because Lambda replaces the process's own
    public LogLines(Supplier<? extends OutputStream> stream) {
        this.stream = stream;
    }

    /// Queues a line. On virtual threads it waits for room, but not long; it never waits for the stream.
    ///
    /// @param line with the line feed at its end; not changed afterwards
    public void add(byte[] line) {
        if (hasRoom(line.length)) {
            var _ = submit(line);
        } else {
            lose();
        }
    }

    /// Queues a line and waits until it and all lines before it are written.
    ///
    /// @param patience the longest time to wait; zero or less for not at all
    /// @return whether it was written; if not, it may be written later
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

    /// Counts a line that could not be made.
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

    /// Ends the thread. Lines that wait are not written.
    @Override
    public void close() {
        writer.shutdownNow();
    }
}
