package renditions.local.cloud;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A store that sends a notification for every object that is put into a watched bucket in one part. Unlike S3 it
/// sends it before the PUT is answered, exactly once and in order. If the notification cannot be sent, the PUT
/// fails.
public final class NotifyingStore extends ForwardingBlobStore {
    private final Map<String, UploadQueue> watched = new ConcurrentHashMap<>();
    private final AtomicLong puts = new AtomicLong(0x55E1A0C3_7B4000L);

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
        var queue = watched.get(put.bucket());
        if (queue != null) {
            queue.send(notification(put, response).body());
        }
        return response;
    }

    private S3Notification notification(PutObjectRequest put, PutObjectResponse response) {
        long number = puts.incrementAndGet();
        return new S3Notification(
                put.bucket(),
                put.key(),
                Objects.requireNonNull(put.contentLength(), "the length of " + put.key()),
                response.eTag().replace("\"", ""),
                "0069%014X".formatted(number),
                Instant.now(),
                "%016X".formatted(number),
                "local");
    }
}
