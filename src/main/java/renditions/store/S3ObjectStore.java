package renditions.store;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// S3 through the SDK's synchronous client. A cancellation interrupts the calling thread; on a virtual thread that
/// closes the socket that it waits for. A body that is not read to its end is aborted, never drained.
public final class S3ObjectStore implements ObjectStore {
    private final S3Client s3;

    /// @param s3 the client, owned by the caller
    public S3ObjectStore(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        var request = S3Requests.get(object, etag);
        return stoppable(cancellation, new StoreProblem.Stopped(object), () -> {
            try (var download = new S3Download(object, maxBytes)) {
                return download.handOver(s3.getObject(request, download));
            } catch (SdkException thrown) {
                return S3Problems.of(thrown, object, S3Call.READ);
            }
        });
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        var request = S3Requests.put(object, labels, condition);
        var body =
                RequestBody.fromContentProvider(() -> new SegmentStream(bytes), bytes.byteSize(), labels.contentType());
        return stoppable(cancellation, new StoreProblem.Stopped(object), () -> {
            try {
                return S3Facts.of(object, s3.putObject(request, body));
            } catch (SdkException thrown) {
                return S3Problems.of(thrown, object, S3Call.writing(condition));
            }
        });
    }

    @Override
    public Looked head(Cancellation cancellation, ObjectId object) {
        var request = S3Requests.head(object);
        return stoppable(cancellation, new StoreProblem.Stopped(object), () -> {
            try {
                return S3Facts.of(object, s3.headObject(request));
            } catch (SdkException thrown) {
                return S3Problems.of(thrown, object, S3Call.READ);
            }
        });
    }

    @Override
    public Removed delete(Cancellation cancellation, ObjectId object) {
        var request = S3Requests.delete(object);
        return stoppable(cancellation, new StoreProblem.Stopped(object), () -> {
            try {
                s3.deleteObject(request);
                return new Gone();
            } catch (SdkException thrown) {
                var problem = S3Problems.of(thrown, object, S3Call.REMOVE);
                return problem instanceof StoreProblem.Missing ? new Gone() : problem;
            }
        });
    }

    @Override
    public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
        var request = S3Requests.list(bucket, prefix, after);
        var place = new ObjectId(bucket, prefix + "*");
        return stoppable(cancellation, new StoreProblem.Stopped(place), () -> {
            try {
                return S3Facts.of(place, s3.listObjectsV2(request));
            } catch (SdkException thrown) {
                return S3Problems.of(thrown, place, S3Call.LIST);
            }
        });
    }

    /// Race between the cancellation and the end of the call: a call that succeeded counts; one that failed after
    /// the cancellation counts as stopped, whatever the SDK throws for the interrupt.
    private static <T> T stoppable(Cancellation cancellation, T stopped, Supplier<T> call) {
        try (var _ = cancellation.interrupting()) {
            // Register first, ask second: so a call begins before the cancellation, or not at all.
            if (cancellation.isCancelled()) {
                return stopped;
            }
            var result = call.get();
            boolean brokeOff = result instanceof StoreProblem problem && problem.kind() == Kind.UNAVAILABLE;
            return brokeOff && cancellation.isCancelled() ? stopped : result;
        }
    }
}
