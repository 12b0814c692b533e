package renditions.testing;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;
import renditions.store.Written;

/// A store in memory that keeps S3's promises about conditions, and fails when a test says so.
public final class MemoryStore implements ObjectStore {
    private final Map<ObjectId, byte[]> objects = new HashMap<>();
    private final Map<ObjectId, Labels> labels = new HashMap<>();
    private final Map<String, StoreProblem> broken = new HashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    /// Adds an object.
    public synchronized ObjectId add(ObjectId object, byte[] bytes) {
        objects.put(object, bytes);
        return object;
    }

    /// Makes the call (`GET` or `PUT`, a space, a key) return a problem from now on.
    public synchronized MemoryStore breakAt(String call, StoreProblem problem) {
        broken.put(call, problem);
        return this;
    }

    /// Makes the call (as for [#breakAt]) wait until the latch is open.
    public MemoryStore holdAt(String call, CountDownLatch latch) {
        held.put(call, latch);
        return this;
    }

    /// The calls so far, `GET key` and `PUT key`, in their order.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /// The objects of a bucket by key.
    public synchronized SequencedMap<String, byte[]> list(String bucket) {
        var found = new TreeMap<String, byte[]>();
        objects.forEach((object, bytes) -> {
            if (object.bucket().equals(bucket)) {
                found.put(object.key(), bytes);
            }
        });
        return found;
    }

    /// The labels of an object.
    public synchronized @Nullable Labels labels(ObjectId object) {
        return labels.get(object);
    }

    /// The ETag of these bytes.
    public static String etag(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"";
    }

    @Override
    public synchronized Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        calls.add("GET " + object.key());
        var problem = problem(cancellation, "GET ", object);
        var bytes = objects.get(object);
        if (problem != null || bytes == null) {
            return problem != null ? problem : new StoreProblem.Missing(object);
        }
        if (etag != null && !etag(bytes).replace("\"", "").equals(etag.replace("\"", ""))) {
            return new StoreProblem.Changed(object);
        }
        if (bytes.length > maxBytes) {
            return new StoreProblem.TooLarge(object, bytes.length, maxBytes);
        }
        var stored = new StoredObject(bytes.length, etag(bytes));
        stored.bytes().copyFrom(MemorySegment.ofBuffer(ByteBuffer.wrap(bytes)));
        return stored;
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels with, Condition condition) {
        calls.add("PUT " + object.key());
        hold("PUT " + object.key());
        return store(cancellation, object, bytes, with, condition);
    }

    private synchronized Written store(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels with, Condition condition) {
        var problem = problem(cancellation, "PUT ", object);
        if (problem != null) {
            return problem;
        }
        var there = objects.get(object);
        boolean allowed = switch (condition) {
            case Condition.Always _ -> true;
            case Condition.IfAbsent _ -> there == null;
            case Condition.IfMatch(var etag) -> there != null && etag(there).equals(etag);
        };
        if (!allowed) {
            return new StoreProblem.Changed(object);
        }
        objects.put(object, bytes.toArray(ValueLayout.JAVA_BYTE));
        labels.put(object, with);
        return new Receipt();
    }

    private void hold(String call) {
        try {
            held.getOrDefault(call, new CountDownLatch(0)).await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private @Nullable StoreProblem problem(Cancellation cancellation, String call, ObjectId object) {
        return cancellation.isCancelled() ? new StoreProblem.Stopped(object) : broken.get(call + object.key());
    }
}
