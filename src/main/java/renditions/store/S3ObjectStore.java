package renditions.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// S3 through the SDK's synchronous client. A cancellation interrupts the calling thread; on a virtual thread that
/// closes the socket that it waits for. A body that is not read to its end is aborted, never drained.
public final class S3ObjectStore implements ObjectStore {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final S3Client s3;

    /// @param s3 the client, owned by the caller
    public S3ObjectStore(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        var request = S3Requests.get(object, etag);
        return stoppable(cancellation, new StoreProblem.Stopped(object), () -> {
            try (var body = s3.getObject(request)) {
                return read(object, body, maxBytes);
            } catch (SdkException thrown) {
                return S3Problems.of(thrown, object, reading(object));
            } catch (IOException thrown) {
                return Kind.UNAVAILABLE.of(object, "the download broke off: " + thrown.getMessage());
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
                var problem = S3Problems.of(thrown, object, "s3:PutObject");
                return condition instanceof Condition.IfMatch && problem instanceof StoreProblem.Missing
                        ? new StoreProblem.Changed(object)
                        : problem;
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
                return S3Problems.of(thrown, object, reading(object));
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
                var problem = S3Problems.of(
                        thrown, object, object.version() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion");
                return problem instanceof StoreProblem.Missing ? new Gone() : problem;
            }
        });
    }

    /// The permission that reading needs.
    private static String reading(ObjectId object) {
        return object.version() == null ? "s3:GetObject" : "s3:GetObjectVersion";
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

    private static Fetched read(ObjectId id, ResponseInputStream<GetObjectResponse> body, long maxBytes)
            throws IOException {
        return switch (S3Facts.of(id, body.response())) {
            case ObjectFacts facts
            when facts.length() > maxBytes -> {
                body.abort();
                yield new StoreProblem.TooLarge(id, facts.length(), maxBytes);
            }
            case ObjectFacts facts -> read(facts, body);
            case StoreProblem problem -> {
                body.abort();
                yield problem;
            }
        };
    }

    private static StoredObject read(ObjectFacts facts, ResponseInputStream<GetObjectResponse> body)
            throws IOException {
        var object = new StoredObject(facts);
        try {
            fill(object.bytes(), body);
            return object;
        } catch (Throwable thrown) {
            object.close();
            body.abort();
            throw thrown;
        }
    }

    private static void fill(MemorySegment bytes, InputStream body) throws IOException {
        var chunk = new byte[CHUNK_BYTES];
        var source = MemorySegment.ofArray(chunk);
        for (long filled = 0; filled < bytes.byteSize(); ) {
            int count = body.read(chunk, 0, (int) Math.min(chunk.length, bytes.byteSize() - filled));
            if (count < 0) {
                throw new IOException(
                        String.format(Locale.ROOT, "it ended after %,d of %,d bytes", filled, bytes.byteSize()));
            }
            MemorySegment.copy(source, 0, bytes, filled, count);
            filled += count;
        }
        if (body.read() >= 0) { // the client checks the checksum at the end of the body
            throw new IOException(String.format(
                    Locale.ROOT, "it is longer than the %,d bytes that were announced", bytes.byteSize()));
        }
    }
}
