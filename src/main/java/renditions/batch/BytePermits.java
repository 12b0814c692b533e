package renditions.batch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// A memory budget of the whole process. Work takes from it before it allocates, first come, first served: a large
/// request waits until enough was given back, and smaller requests behind it wait too.
///
/// Safe for use by many threads.
public final class BytePermits {
    /// The unit that is counted, in bytes: fine enough for thumbnails, coarse enough for the semaphore's `int`.
    private static final long UNIT_BYTES = 64 * 1024;

    private final Semaphore units;
    private final int total;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final AtomicLong most = new AtomicLong();

    /// @param bytes the whole budget, at least 64 KiB and less than 128 TiB
    public BytePermits(long bytes) {
        total = Math.toIntExact(bytes / UNIT_BYTES);
        if (total < 1) {
            throw new IllegalArgumentException("a budget has at least " + UNIT_BYTES + " bytes, not " + bytes);
        }
        units = new Semaphore(total, true);
    }

    /// Waits for a part of the budget. Requests above the budget are capped to it and run alone.
    ///
    /// @param bytes what the work will need at most
    /// @return the part, which the caller closes when the memory is free again
    /// @throws InterruptedException if the cancellation comes first
    public Permit acquire(Cancellation cancellation, long bytes) throws InterruptedException {
        int wanted = Math.clamp(Math.ceilDiv(bytes, UNIT_BYTES), 1, total);
        try (var _ = cancellation.interrupting()) {
            units.acquire(wanted);
        }
        long now = held.addAndGet(wanted);
        peak.accumulateAndGet(now, Math::max);
        most.accumulateAndGet(now, Math::max);
        return () -> {
            held.addAndGet(-wanted);
            units.release(wanted);
        };
    }

    /// The whole budget, in bytes.
    public long total() {
        return total * UNIT_BYTES;
    }

    /// The bytes that are held at this moment.
    public long held() {
        return held.get() * UNIT_BYTES;
    }

    /// The most bytes that were held at once since the last call of this method.
    ///
    /// Race with [#acquire]: a part that is acquired meanwhile counts in this call or in the next.
    public long takePeak() {
        long highest = peak.getAndSet(0);
        peak.accumulateAndGet(held.get(), Math::max);
        return highest * UNIT_BYTES;
    }

    /// The most bytes that were ever held at once.
    public long most() {
        return most.get() * UNIT_BYTES;
    }

    /// The bytes that are free at this moment.
    long available() {
        return units.availablePermits() * UNIT_BYTES;
    }

    /// How many requests wait; an estimate while others come and go.
    int waiting() {
        return units.getQueueLength();
    }

    /// A part of the budget; closed once.
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
