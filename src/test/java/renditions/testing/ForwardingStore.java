package renditions.testing;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Labels;
import renditions.store.Listed;
import renditions.store.Looked;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Removed;
import renditions.store.Written;

/// Hands every call on; a test or a benchmark overrides what it wants otherwise.
public class ForwardingStore implements ObjectStore {
    private final ObjectStore store;

    public ForwardingStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        return store.get(cancellation, object, etag, maxBytes);
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
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
