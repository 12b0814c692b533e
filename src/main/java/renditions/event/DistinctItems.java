package renditions.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// The items of an invocation, each upload once: some sources deliver twice, and two attempts at one upload side by
/// side would only be in each other's way.
///
/// @param invocation where the items are from
/// @param items what is to be worked on, in the order of the entries
/// @param places for each of [Invocation#entries()], in their order, which item answers for it
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
                places.add(known.computeIfAbsent(Subject.of(delivery.group(), entry), _ -> {
                    items.add(new Item(delivery.id(), delivery.receiveCount(), delivery.group(), entry));
                    return items.size() - 1;
                }));
            }
        }
        return new DistinctItems(invocation, items, places);
    }

    /// For each entry of the invocation what its item has in `all`.
    ///
    /// @param all one for each of [#items()], in their order
    public <V> List<V> spread(List<V> all) {
        return places.stream().map(all::get).toList();
    }

    /// What makes two entries one item: they are about the same, and no order lies between them. Of an upload its
    /// content counts, and not what else an event says of it.
    ///
    /// @param what an object, or an entry that is no upload
    private record Subject(
            String group, Object what, @Nullable String etag) {
        static Subject of(String group, Entry entry) {
            return switch (entry) {
                case Upload(ObjectId object, var etag, var _) -> new Subject(group, object, etag);
                case Entry.Ignored _, Entry.Unreadable _ -> new Subject(group, entry, null);
            };
        }
    }
}
