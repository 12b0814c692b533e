package renditions.interleaving;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import renditions.store.Condition;

/// All objects at one moment, by bucket and key. Immutable.
record World(Map<String, Thing> things) {
    static final World EMPTY = new World(Map.of());

    World {
        things = Map.copyOf(things);
    }

    /// The world after a call, and what the caller is told.
    record Answered(World world, Reply reply) {}

    /// What S3 makes of a call.
    Answered answer(Request request) {
        var there = things.get(request.place());
        return switch (request.call()) {
            case Request.Get(var etag)
            when there != null && etag != null && !same(etag, there) -> new Answered(this, new Reply.Changed());
            case Request.Get _, Request.Head _ ->
                new Answered(this, there == null ? new Reply.Missing() : new Reply.Found(there));
            case Request.Put(var _, var condition)
            when !holds(condition, there) -> new Answered(this, new Reply.Changed());
            case Request.Put(var thing, var _) ->
                new Answered(with(request.place(), thing), new Reply.Stored(thing.etag()));
            case Request.Delete _ -> new Answered(without(request.place()), new Reply.Deleted());
        };
    }

    World with(String place, Thing thing) {
        var all = new TreeMap<>(things);
        all.put(place, thing);
        return new World(all);
    }

    World without(String place) {
        var all = new TreeMap<>(things);
        all.remove(place);
        return new World(all);
    }

    private static boolean holds(Condition condition, @Nullable Thing there) {
        return switch (condition) {
            case Condition.Always _ -> true;
            case Condition.IfAbsent _ -> there == null;
            case Condition.IfMatch(var etag) -> there != null && same(etag, there);
        };
    }

    private static boolean same(String etag, Thing there) {
        return etag.replace("\"", "").equals(there.etag().replace("\"", ""));
    }
}
