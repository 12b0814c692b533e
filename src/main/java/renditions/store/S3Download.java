package renditions.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Reads one object into native memory, for one call. The SDK runs it for each attempt: if the body breaks off or
/// has a wrong checksum, it tries the call again, as after any other failure. It owns the buffer until the call has
/// returned it, because the SDK may still fail the call after the body was read (when its thread is interrupted).
final class S3Download implements ResponseTransformer<GetObjectResponse, Fetched>, AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final ObjectId id;
    private final long maxBytes;
    private final AtomicReference<@Nullable StoredObject> read = new AtomicReference<>();

    S3Download(ObjectId id, long maxBytes) {
        this.id = id;
        this.maxBytes = maxBytes;
    }

    /// Gives `fetched`, which the call has returned, to the caller, who owns it from now on.
    Fetched handOver(Fetched fetched) {
        read.set(null);
        return fetched;
    }

    @Override
    public Fetched transform(GetObjectResponse head, AbortableInputStream body) {
        return switch (S3Facts.of(id, head)) {
            case ObjectFacts facts
            when facts.length() > maxBytes -> {
                body.abort();
                yield new StoreProblem.TooLarge(id, facts, maxBytes);
            }
            case ObjectFacts facts -> read(facts, body);
            case StoreProblem problem -> {
                body.abort();
                yield problem;
            }
        };
    }

    private StoredObject read(ObjectFacts facts, AbortableInputStream body) {
        close(); // the buffer of the attempt before
        try {
            var object = new StoredObject(facts);
            read.set(object);
            fill(object.bytes(), body);
            return object;
        } catch (Throwable thrown) {
            close();
            body.abort(); // never drained
            throw retryable(thrown);
        }
    }

    private static RuntimeException retryable(Throwable thrown) {
        return switch (thrown) {
            case AbortedException stopped -> stopped;
            case IOException broken -> brokeOff(broken);
            case SdkClientException wrong -> brokeOff(wrong);
            case RuntimeException fault -> fault;
            case Error error -> throw error;
            default -> throw new AssertionError(thrown); // nothing else is declared
        };
    }

    private static RuntimeException brokeOff(Exception cause) {
        return RetryableException.create("the download broke off: " + cause.getMessage(), cause);
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
        if (body.read() >= 0) { // the client compares checksums when it sees the end
            throw new IOException(String.format(
                    Locale.ROOT, "it is longer than the %,d bytes that were announced", bytes.byteSize()));
        }
    }

    /// Frees the buffer, unless it was handed over.
    @Override
    public void close() {
        var object = read.getAndSet(null);
        if (object != null) {
            object.close();
        }
    }
}
