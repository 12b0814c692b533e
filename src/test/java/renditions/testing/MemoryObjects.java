package renditions.testing;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import renditions.store.Condition;
import renditions.store.KeyOrder;
import renditions.store.Labels;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.Page;

/// The objects of a [MemoryStore]. Safe for use by many threads.
final class MemoryObjects {
    private static final Labels NONE = new Labels("", "");

    private final InstantSource clock;
    private final boolean versioned;

    /// The contents of each object, by its address without a version, the newest last. Without versions there is at
    /// most one.
    private final Map<ObjectId, Deque<Content>> objects = new HashMap<>(); // guarded by this

    private int versions; // guarded by this

    MemoryObjects(InstantSource clock, boolean versioned) {
        this.clock = clock;
        this.versioned = versioned;
    }

    /// A content of an object.
    ///
    /// @param hides whether it is a delete marker
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Content(ObjectFacts facts, Labels labels, byte[] bytes, boolean hides) {
        /// The store quotes ETags; events do not.
        boolean has(String etag) {
            return facts.etag().replace("\"", "").equals(etag.replace("\"", ""));
        }
    }

    /// The newest content, or the version that the address names; null if there is none.
    synchronized @Nullable Content find(ObjectId object) {
        var contents = contents(object);
        var found = object.version() == null
                ? contents.peekLast()
                : contents.stream()
                        .filter(content -> object.version().equals(content.facts.version()))
                        .findFirst()
                        .orElse(null);
        return found == null || found.hides ? null : found;
    }

    /// Adds a content if the condition holds.
    ///
    /// @return null if it does not
    synchronized @Nullable Content keep(ObjectId object, byte[] bytes, Labels labels, Condition condition) {
        var there = find(newest(object));
        boolean allowed = switch (condition) {
            case Condition.Always _ -> true;
            case Condition.IfAbsent _ -> there == null;
            case Condition.IfMatch(var etag) -> there != null && there.has(etag);
        };
        return allowed ? add(object, bytes, labels, false) : null;
    }

    /// Removes the version that the address names. Without one it removes the object, whose versions stay.
    synchronized void remove(ObjectId object) {
        var contents = contents(object);
        if (object.version() != null) {
            contents.removeIf(content -> object.version().equals(content.facts.version()));
        } else if (versioned) {
            add(object, new byte[0], NONE, true);
        } else {
            contents.clear();
        }
    }

    /// The newest contents of a bucket by key.
    synchronized SequencedMap<String, byte[]> list(String bucket) {
        var found = new TreeMap<String, byte[]>();
        objects.keySet().stream()
                .filter(object -> object.bucket().equals(bucket))
                .forEach(object -> {
                    var content = find(object);
                    if (content != null) {
                        found.put(object.key(), content.bytes);
                    }
                });
        return found;
    }

    /// The next page of the bucket's newest contents.
    synchronized Page page(String bucket, String prefix, String after) {
        var found = new TreeMap<String, Content>(KeyOrder.UTF_8_BYTES);
        objects.keySet().stream()
                .filter(object -> object.bucket().equals(bucket) && object.key().startsWith(prefix))
                .filter(object -> KeyOrder.UTF_8_BYTES.compare(object.key(), after) > 0)
                .forEach(object -> {
                    var content = find(object);
                    if (content != null) {
                        found.put(object.key(), content);
                    }
                });
        var entries = found.entrySet().stream()
                .limit(Page.MOST)
                .map(it -> entry(it.getKey(), it.getValue().facts))
                .toList();
        return new Page(entries, found.size() > Page.MOST);
    }

    private static Page.Entry entry(String key, ObjectFacts facts) {
        return new Page.Entry(key, facts.etag(), facts.length(), facts.modified());
    }

    private Content add(ObjectId object, byte[] bytes, Labels labels, boolean hides) {
        var contents = contents(object);
        if (!versioned) {
            contents.clear();
        }
        var version = versioned ? "v" + ++versions : null;
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var facts = new ObjectFacts(MemoryStore.etag(bytes), bytes.length, now, version, labels.metadata());
        contents.add(new Content(facts, labels, bytes, hides));
        return contents.getLast();
    }

    private Deque<Content> contents(ObjectId object) {
        return objects.computeIfAbsent(newest(object), _ -> new ArrayDeque<>());
    }

    private static ObjectId newest(ObjectId object) {
        return new ObjectId(object.bucket(), object.key());
    }
}
