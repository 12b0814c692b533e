package renditions.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import renditions.batch.Outcome;
import renditions.batch.Reason;

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
        var known = new TreeMap<Subject, Integer>();
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

    /// The outcome of each entry of the invocation. It is the outcome of its item, unless the order counts and a
    /// delivery before it in its group is not acknowledged: such an entry is not acknowledged either, even if its
    /// item is done because an earlier delivery holds the same event.
    ///
    /// @param all one for each of [#items()], in their order
    /// @return one for each of [Invocation#entries()], in their order
    public List<Outcome<?>> spread(List<? extends Outcome<?>> all) {
        var outcomes = new ArrayList<Outcome<?>>();
        var ended = new HashMap<String, Integer>(); // of each group that ended, the item that ended it
        for (var delivery : invocation.deliveries()) {
            int from = outcomes.size();
            var own = places.subList(from, from + delivery.entries().size());
            var before = ended.get(delivery.group());
            own.forEach(item -> outcomes.add(before == null ? all.get(item) : behind(before, all.get(item))));
            if (invocation.order() == Invocation.Order.IN_GROUPS) {
                own.stream()
                        .filter(item -> !all.get(item).acknowledged())
                        .findFirst()
                        .ifPresent(item -> ended.putIfAbsent(delivery.group(), item));
            }
        }
        return List.copyOf(outcomes);
    }

    private static Outcome<?> behind(int item, Outcome<?> outcome) {
        return outcome.acknowledged() ? new Outcome.NotStarted<>(new Reason.Behind(item)) : outcome;
    }
}
