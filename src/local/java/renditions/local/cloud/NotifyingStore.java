package renditions.local.cloud;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A store that sends a notification for every object that is put in one part into a watched bucket, or removed
/// from it. Unlike S3 it sends it before the request is answered, exactly once and in order. If the notification
/// cannot be sent, the request fails.
public final class NotifyingStore extends ForwardingBlobStore {
    private final Map<String, UploadQueue> watched = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong(S3Notification.FIRST);

    /// @param store closed with this one
    public NotifyingStore(BlobStore store) {
        super(store);
    }

    /// Sends the notifications of a bucket to a queue from now on, S3's test event first.
    public void watch(String bucket, UploadQueue queue) {
        queue.send(S3Notification.testEvent(bucket, Instant.now()));
        watched.put(bucket, queue);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest put, InputStream content) {
        var response = super.putBlob(put, content);
        long size = Objects.requireNonNull(put.contentLength(), "the length of " + put.key());
        announce(
                put.bucket(),
                put.key(),
                new S3Notification.Content(size, response.eTag().replace("\"", "")));
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest removal) {
        var response = super.removeBlob(removal);
        announce(removal.bucket(), removal.key(), null);
        return response;
    }

    private void announce(String bucket, String key, S3Notification.@Nullable Content content) {
        var queue = watched.get(bucket);
        if (queue == null) {
            return;
        }
        long number = changes.incrementAndGet();
        var sequencer = S3Notification.sequencer(number);
        var request = "%016X".formatted(number);
        queue.send(new S3Notification(bucket, key, content, sequencer, Instant.now(), request, "local").body());
    }
}
