package renditions.resize;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.batch.NanoClock;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Gone;
import renditions.store.Labels;
import renditions.store.Listed;
import renditions.store.Looked;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.Removed;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;
import renditions.store.Written;

/// A store whose calls are timed for the cost model. Failed calls do not train the model, except that "missing" is
/// an answer. Calls that outlasted their time do not train it either, because the process may have been frozen
/// meanwhile.
record TimedStore(ObjectStore store, CostModel costs, NanoClock clock) implements ObjectStore {
    /// The length in bytes from which on a download's time depends on its bytes.
    private static final long LONG = 256 * 1024;

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        long begin = clock.nanoTime();
        var fetched = store.get(cancellation, object, etag, maxBytes);
        long nanos = clock.nanoTime() - begin;
        if (cancellation.isCancelled()) {
            return fetched;
        }
        if (fetched instanceof StoredObject found && found.bytes().byteSize() >= LONG) {
            costs.downloaded(found.bytes().byteSize(), nanos);
        } else if (fetched instanceof StoredObject || fetched instanceof StoreProblem.Missing) {
            costs.called(nanos);
        }
        return fetched;
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        long begin = clock.nanoTime();
        var written = store.put(cancellation, object, bytes, labels, condition);
        if (written instanceof Receipt && !cancellation.isCancelled()) {
            costs.called(clock.nanoTime() - begin);
        }
        return written;
    }

    @Override
    public Looked head(Cancellation cancellation, ObjectId object) {
        long begin = clock.nanoTime();
        var looked = store.head(cancellation, object);
        boolean answered = looked instanceof ObjectFacts || looked instanceof StoreProblem.Missing;
        if (answered && !cancellation.isCancelled()) {
            costs.called(clock.nanoTime() - begin);
        }
        return looked;
    }

    @Override
    public Removed delete(Cancellation cancellation, ObjectId object) {
        long begin = clock.nanoTime();
        var removed = store.delete(cancellation, object);
        if (removed instanceof Gone && !cancellation.isCancelled()) {
            costs.called(clock.nanoTime() - begin);
        }
        return removed;
    }

    @Override
    public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
        return store.list(cancellation, bucket, prefix, after);
    }
}
