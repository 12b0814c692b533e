package renditions.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// The items of an invocation, each event once. Some sources deliver an event twice, and two attempts at one
/// upload would hinder each other.
///
/// @param invocation the invocation that the items come from
/// @param items the items, in the order of the entries
/// @param places for each of [Invocation#entries()], in their order, the place of its item in `items`
public record DistinctItems(Invocation invocation, List<Item> items, List<Integer> places) {
    public DistinctItems {
        items = List.copyOf(items);
        places = List.copyOf(places);
    }

    /// The items of an invocation.
    public static DistinctItems of(Invocation invocation) {
        var items = new ArrayList<Item>();
        var places = new ArrayList<Integer>();
        var known = new HashMap<Subject, Integer>();
        for (var delivery : invocation.deliveries()) {
            for (var entry : delivery.entries()) {
                int place = known.computeIfAbsent(Subject.of(delivery.group(), entry), _ -> {
                    items.add(new Item(delivery.id(), delivery.receiveCount(), delivery.group(), entry));
                    return items.size() - 1;
                });
                items.set(place, items.get(place).alsoReceived(delivery.receiveCount()));
                places.add(place);
            }
        }
        return new DistinctItems(invocation, items, places);
    }

    /// Gives each entry of the invocation the value that its item has in `all`.
    ///
    /// @param all one for each of [#items()], in their order
    public <V> List<V> spread(List<V> all) {
        return places.stream().map(all::get).toList();
    }

    /// Two entries with equal subjects are one item: they are about the same event, in the same group. An event of
    /// an upload is known by its content and its sequencer; its other fields do not count. The same content with
    /// another sequencer was uploaded again, perhaps after other content or a removal.
    ///
    /// @param what the object of an upload, or an entry that is no upload
    private record Subject(
            String group,
            Object what,
            @Nullable String etag,
            @Nullable String sequencer) {
        static Subject of(String group, Entry entry) {
            return switch (entry) {
                case Upload(ObjectId object, var etag, var _, var sequencer) ->
                    new Subject(group, object, etag, sequencer);
                case Removal _, Entry.Ignored _, Entry.Unreadable _ -> new Subject(group, entry, null, null);
            };
        }
    }
}
