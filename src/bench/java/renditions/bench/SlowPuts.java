package renditions.bench;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import renditions.batch.Cancellation;
import renditions.batch.NanoClock;
import renditions.store.Condition;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Written;
import renditions.testing.ForwardingStore;

/// A store with slow PUTs.
final class SlowPuts extends ForwardingStore {
    private static final NanoClock CLOCK = NanoClock.system();

    private final long nanos;

    /// @param nanos how long each PUT takes
    SlowPuts(ObjectStore store, long nanos) {
        super(store);
        this.nanos = nanos;
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        long end = CLOCK.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - CLOCK.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return super.put(cancellation, object, bytes, labels, condition);
    }
}
