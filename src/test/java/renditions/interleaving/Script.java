package renditions.interleaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Gone;
import renditions.store.Labels;
import renditions.store.Listed;
import renditions.store.Looked;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Page;
import renditions.store.Receipt;
import renditions.store.Removed;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;
import renditions.store.Written;

/// A store that answers from a script and stops the attempt where that ends: so an attempt is played again up to
/// the calls that it makes next. Calls that are made side by side all come to the end of the script before the
/// attempt does.
final class Script implements ObjectStore {
    private final Map<String, Reply> replies;
    private final @Nullable CancellationSource outOfTime;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final List<Request> next = Collections.synchronizedList(new ArrayList<>());

    /// @param replies by the ids of the requests
    /// @param outOfTime what is cancelled where the script ends; null: the attempt is left there
    Script(Map<String, Reply> replies, @Nullable CancellationSource outOfTime) {
        this.replies = replies;
        this.outOfTime = outOfTime;
    }

    /// The script has ended.
    static final class End extends Error {
        private static final long serialVersionUID = 1;

        End() {
            super("the end of the script", null, false, false);
        }
    }

    /// The calls at which it ended.
    List<Request> next() {
        return next.stream().sorted(Comparator.comparing(Request::id)).toList();
    }

    @Override
    public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
        return switch (reply("GET", object, new Request.Get(etag))) {
            case Reply.Found(var thing) -> stored(thing);
            case Reply.Changed _ -> new StoreProblem.Changed(object);
            case Reply.Missing _ -> new StoreProblem.Missing(object);
            case null, default -> new StoreProblem.Stopped(object);
        };
    }

    @Override
    public Written put(
            Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
        var text = new String(bytes.toArray(ValueLayout.JAVA_BYTE), UTF_8);
        return switch (reply("PUT", object, new Request.Put(new Thing(text, labels.metadata()), condition))) {
            case Reply.Stored(var etag) -> new Receipt(etag, null);
            case Reply.Changed _ -> new StoreProblem.Changed(object);
            case null, default -> new StoreProblem.Stopped(object);
        };
    }

    @Override
    public Looked head(Cancellation cancellation, ObjectId object) {
        return switch (reply("HEAD", object, new Request.Head())) {
            case Reply.Found(var thing) -> facts(thing);
            case Reply.Missing _ -> new StoreProblem.Missing(object);
            case null, default -> new StoreProblem.Stopped(object);
        };
    }

    @Override
    public Removed delete(Cancellation cancellation, ObjectId object) {
        return switch (reply("DELETE", object, new Request.Delete())) {
            case Reply.Deleted _ -> new Gone();
            case null, default -> new StoreProblem.Stopped(object);
        };
    }

    @Override
    public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
        return new Page(List.of(), false); // nothing is old enough to be removed
    }

    /// Null where the time is over.
    private @Nullable Reply reply(String method, ObjectId object, Request.Call call) {
        var place = object.bucket() + "/" + object.key();
        var name = method + " " + place;
        var id = name + " " + calls.merge(name, 1, Integer::sum);
        var reply = replies.get(id);
        if (reply != null) {
            return reply;
        }
        if (outOfTime == null) {
            next.add(new Request(id, place, call));
            throw new End();
        }
        outOfTime.cancel();
        return null;
    }

    private static StoredObject stored(Thing thing) {
        var stored = new StoredObject(facts(thing));
        stored.bytes()
                .copyFrom(MemorySegment.ofBuffer(ByteBuffer.wrap(thing.text().getBytes(UTF_8))));
        return stored;
    }

    private static ObjectFacts facts(Thing thing) {
        var length = thing.text().getBytes(UTF_8).length;
        return new ObjectFacts(thing.etag(), length, Instant.EPOCH, null, thing.metadata());
    }
}
