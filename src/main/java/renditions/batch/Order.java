package renditions.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// The order in which the items of a batch may start. Of each group only the first item that is not acknowledged
/// may start. Items that do not fit into the time left are deferred, and looked at again when something has
/// changed.
///
/// Belongs to the thread that runs the batch.
final class Order {
    /// For each group, the items that wait for an earlier one, in order.
    private final List<Deque<Integer>> behind = new ArrayList<>();

    private final int[] groups; // the group of each item
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Deque<Integer> deferred = new ArrayDeque<>();
    private boolean lookAgain; // at the deferred items

    /// @param items how many, numbered from 0
    /// @param group the group of each item, compared by equality
    Order(int items, IntFunction<Object> group) {
        groups = new int[items];
        var numbers = new HashMap<Object, Integer>();
        for (int item = 0; item < items; item++) {
            var known = numbers.putIfAbsent(group.apply(item), behind.size());
            if (known == null) {
                groups[item] = behind.size();
                behind.add(new ArrayDeque<>());
                ready.add(item);
            } else {
                groups[item] = known;
                behind.get(known).add(item);
            }
        }
    }

    /// Whether there is an item to look at.
    boolean hasNext() {
        return !ready.isEmpty() || (lookAgain && !deferred.isEmpty());
    }

    /// Takes out the first item that fits, first among those not looked at yet, then among the deferred ones. Items
    /// that do not fit are deferred.
    ///
    /// @return none, if none fits
    OptionalInt next(IntPredicate fits) {
        while (!ready.isEmpty()) {
            int item = ready.remove();
            if (fits.test(item)) {
                return OptionalInt.of(item);
            }
            deferred.add(item);
        }
        lookAgain = false;
        for (var waiting = deferred.iterator(); waiting.hasNext(); ) {
            int item = waiting.next();
            if (fits.test(item)) {
                waiting.remove();
                lookAgain = true;
                return OptionalInt.of(item);
            }
        }
        return OptionalInt.empty();
    }

    /// Something has changed, so deferred items may fit now.
    void reconsider() {
        lookAgain = true;
    }

    /// An item is acknowledged: the next of its group may start.
    void acknowledged(int item) {
        var next = behind.get(groups[item]);
        if (!next.isEmpty()) {
            ready.add(next.remove());
        }
    }

    /// The deferred items, in order.
    List<Integer> deferred() {
        return List.copyOf(deferred);
    }

    /// Takes out the deferred items.
    List<Integer> dropDeferred() {
        return drop(Stream.of(deferred));
    }

    /// Takes out the items behind one in its group.
    List<Integer> dropBehind(int item) {
        return drop(Stream.of(behind.get(groups[item])));
    }

    /// Takes out every item.
    List<Integer> dropAll() {
        return drop(Stream.concat(Stream.of(ready, deferred), behind.stream()));
    }

    private static List<Integer> drop(Stream<Deque<Integer>> queues) {
        return queues.flatMap(queue -> {
                    var items = List.copyOf(queue);
                    queue.clear();
                    return items.stream();
                })
                .toList();
    }
}
