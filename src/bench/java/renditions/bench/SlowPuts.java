package renditions.bench;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.batch.NanoClock;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Labels;
import renditions.store.Listed;
import renditions.store.Looked;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Removed;
import renditions.store.Written;

/// A store with slow PUTs.
///
/// @param nanos how long each PUT takes
record SlowPuts(ObjectStore store, long nanos) implements ObjectStore {
    private static final NanoClock CLOCK = NanoClock.system();

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        return store.get(cancellation, object, etag, maxBytes);
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        long end = CLOCK.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - CLOCK.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return store.put(cancellation, object, bytes, labels, condition);
    }

    @Override
    public Looked head(Cancellation cancellation, ObjectId object) {
        return store.head(cancellation, object);
    }

    @Override
    public Removed delete(Cancellation cancellation, ObjectId object) {
        return store.delete(cancellation, object);
    }

    @Override
    public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
        return store.list(cancellation, bucket, prefix, after);
    }
}
