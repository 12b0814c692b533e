package renditions.reprocess;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import renditions.batch.Cancellation;
import renditions.store.Condition;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Written;
import renditions.testing.ForwardingStore;

/// A store beside which something happens once, just before the first object is stored.
final class BesideStore extends ForwardingStore {
    private final Runnable before;
    private final AtomicBoolean happened = new AtomicBoolean();

    BesideStore(ObjectStore store, Runnable before) {
        super(store);
        this.before = before;
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        if (happened.compareAndSet(false, true)) {
            before.run();
        }
        return super.put(cancellation, object, bytes, labels, condition);
    }
}
