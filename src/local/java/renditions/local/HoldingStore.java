package renditions.local;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A store that holds one put back until something else has happened. Safe for use by many threads at once.
final class HoldingStore extends ForwardingBlobStore {
    private final AtomicReference<@Nullable Hold> next = new AtomicReference<>();

    /// @param store closed with this one
    HoldingStore(BlobStore store) {
        super(store);
    }

    private record Hold(String bucket, String prefix, Runnable meanwhile) {
        boolean isFor(PutObjectRequest put) {
            return put.bucket().equals(bucket) && put.key().startsWith(prefix);
        }
    }

    /// Holds the next put into this bucket whose key begins so, once: before the object is stored, `meanwhile` runs
    /// on the thread of its request. Race of two such puts: one of them is held, and the other goes on.
    void holdNext(String bucket, String prefix, Runnable meanwhile) {
        next.set(new Hold(bucket, prefix, meanwhile));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest put, InputStream content) {
        var hold = next.get();
        if (hold != null && hold.isFor(put) && next.compareAndSet(hold, null)) {
            hold.meanwhile().run();
        }
        return super.putBlob(put, content);
    }
}
