package renditions.testing;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Gone;
import renditions.store.Labels;
import renditions.store.Listed;
import renditions.store.Looked;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.Removed;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;
import renditions.store.Written;

/// A store in memory that keeps S3's promises (conditions, ETags, times of modification in whole seconds, versions
/// if a test wants them), and fails when a test says so. Every bucket exists.
public final class MemoryStore implements ObjectStore {
    private static final Labels PLAIN = new Labels("application/octet-stream", "no-cache");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MemoryObjects objects;
    private final Map<String, StoreProblem> broken = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    /// A store without versions, whose clock advances by a second with every object.
    public MemoryStore() {
        this(ticking());
    }

    /// A store without versions.
    ///
    /// @param clock tells when objects are modified
    public MemoryStore(InstantSource clock) {
        this(new MemoryObjects(clock, false));
    }

    private MemoryStore(MemoryObjects objects) {
        this.objects = objects;
    }

    /// A store that keeps all versions, as a bucket with versions does.
    ///
    /// @param clock tells when objects are modified
    public static MemoryStore versioned(InstantSource clock) {
        return new MemoryStore(new MemoryObjects(clock, true));
    }

    /// A clock that advances by a second each time it is read.
    public static InstantSource ticking() {
        var seconds = new AtomicLong();
        return () -> START.plusSeconds(seconds.getAndIncrement());
    }

    /// Adds an object.
    public ObjectId add(ObjectId object, byte[] bytes) {
        objects.keep(object, bytes, PLAIN, new Condition.Always());
        return object;
    }

    /// Makes the call (`GET`, `PUT`, `HEAD` or `DELETE`, a space, a key; `LIST`, a space, a prefix and `*`) return
    /// a problem from now on.
    public MemoryStore breakAt(String call, StoreProblem problem) {
        broken.put(call, problem);
        return this;
    }

    /// Makes the call succeed again from now on.
    public void mendAt(String call) {
        broken.remove(call);
    }

    /// Makes the call (as for [#breakAt]) wait until the latch is open.
    public MemoryStore holdAt(String call, CountDownLatch latch) {
        held.put(call, latch);
        return this;
    }

    /// The calls so far, as for [#breakAt], in their order.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /// The objects of a bucket by key.
    public SequencedMap<String, byte[]> list(String bucket) {
        return objects.list(bucket);
    }

    /// The labels of an object; null if there is none.
    public @Nullable Labels labels(ObjectId object) {
        var content = objects.find(object);
        return content == null ? null : content.labels();
    }

    /// The ETag of these bytes, as S3 makes it for an object that is put in one part: their MD5, in quotes.
    public static String etag(byte[] bytes) {
        try {
            return '"'
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes))
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        var problem = begin(cancellation, "GET", object);
        return problem == null ? fetch(object, etag, maxBytes) : problem;
    }

    private Fetched fetch(ObjectId object, @Nullable String etag, long maxBytes) {
        var content = objects.find(object);
        if (content == null) {
            return new StoreProblem.Missing(object);
        }
        if (etag != null && !content.has(etag)) {
            return new StoreProblem.Changed(object);
        }
        if (content.bytes().length > maxBytes) {
            return new StoreProblem.TooLarge(object, content.facts(), maxBytes);
        }
        var stored = new StoredObject(content.facts());
        stored.bytes().copyFrom(MemorySegment.ofBuffer(ByteBuffer.wrap(content.bytes())));
        return stored;
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        var problem = begin(cancellation, "PUT", object);
        if (problem != null) {
            return problem;
        }
        var kept = objects.keep(object, bytes.toArray(ValueLayout.JAVA_BYTE), labels, condition);
        return kept == null
                ? new StoreProblem.Changed(object)
                : new Receipt(kept.facts().etag(), kept.facts().version());
    }

    @Override
    public Looked head(Cancellation cancellation, ObjectId object) {
        var problem = begin(cancellation, "HEAD", object);
        if (problem != null) {
            return problem;
        }
        var content = objects.find(object);
        return content == null ? new StoreProblem.Missing(object) : content.facts();
    }

    @Override
    public Removed delete(Cancellation cancellation, ObjectId object) {
        var problem = begin(cancellation, "DELETE", object);
        if (problem != null) {
            return problem;
        }
        objects.remove(object);
        return new Gone();
    }

    @Override
    public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
        var problem = begin(cancellation, "LIST", new ObjectId(bucket, prefix + "*"));
        return problem == null ? objects.page(bucket, prefix, after) : problem;
    }

    private @Nullable StoreProblem begin(Cancellation cancellation, String method, ObjectId object) {
        var call = method + " " + object.key();
        calls.add(call);
        try {
            held.getOrDefault(call, new CountDownLatch(0)).await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return cancellation.isCancelled() ? new StoreProblem.Stopped(object) : broken.get(call);
    }
}
