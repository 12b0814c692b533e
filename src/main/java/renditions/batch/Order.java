package renditions.batch;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// The order in which the items of a batch may start. Of each group only the first item that is not
/// acknowledged may start. The items whose turn it is come first: the others are not looked at until all of
/// those were begun, or one of them was tried. Items that do not fit into the time left are deferred, and
/// looked at again when something has changed.
///
/// Belongs to the thread that runs the batch.
final class Order {
    private static final int NONE = -1;

    private final int[] next; // for each item, the one behind it in its group, or NONE
    private final IntPredicate turn;
    private final BitSet waiting = new BitSet(); // the items that were neither begun nor dropped
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Deque<Integer> later = new ArrayDeque<>(); // after those whose turn it is
    private final Deque<Integer> deferred = new ArrayDeque<>();
    private boolean lookAgain; // at the deferred items

    /// @param items how many, numbered from 0
    /// @param group the group of each item, compared by equality
    /// @param turn whether it is an item's turn
    Order(int items, IntFunction<Object> group, IntPredicate turn) {
        this.turn = turn;
        next = new int[items];
        waiting.set(0, items);
        var last = new HashMap<Object, Integer>();
        for (int item = 0; item < items; item++) {
            next[item] = NONE;
            var before = last.put(group.apply(item), item);
            if (before == null) {
                (turn.test(item) ? ready : later).add(item);
            } else {
                next[before] = item;
            }
        }
    }

    /// Whether there is an item to look at.
    boolean hasNext() {
        return !ready.isEmpty() || (deferred.isEmpty() ? !later.isEmpty() : lookAgain);
    }

    /// Whether an item is deferred.
    boolean hasDeferred() {
        return !deferred.isEmpty();
    }

    /// Whether it is the item's turn.
    boolean isTurn(int item) {
        return turn.test(item);
    }

    /// Takes out the first item that fits, first among those not looked at yet, then among the deferred ones. Items
    /// that do not fit are deferred.
    ///
    /// @return none, if none fits
    OptionalInt next(IntPredicate fits) {
        if (ready.isEmpty() && deferred.isEmpty()) {
            callLater();
        }
        while (!ready.isEmpty()) {
            int item = ready.remove();
            if (fits.test(item)) {
                return taken(item);
            }
            deferred.add(item);
        }
        lookAgain = false;
        for (var each = deferred.iterator(); each.hasNext(); ) {
            int item = each.next();
            if (fits.test(item)) {
                each.remove();
                lookAgain = true;
                return taken(item);
            }
        }
        return OptionalInt.empty();
    }

    /// Takes out the deferred item with the least expected time. After this no item waits for the turn of
    /// others.
    ///
    /// @param nanos the expected time of an item
    int mostPromising(IntToLongFunction nanos) {
        int item = deferred.stream()
                .min(Comparator.comparingLong(nanos::applyAsLong))
                .orElseThrow();
        deferred.remove(item);
        callLater();
        return taken(item).getAsInt();
    }

    /// Something has changed, so deferred items may fit now.
    void reconsider() {
        lookAgain = true;
    }

    /// Defers an item that was taken out.
    void putBack(int item) {
        waiting.set(item);
        deferred.add(item);
    }

    /// An item is acknowledged: the next of its group may start.
    void acknowledged(int item) {
        int behind = next[item];
        if (behind != NONE && waiting.get(behind)) {
            ready.add(behind);
        }
    }

    /// Takes out the items behind one in its group.
    List<Integer> dropBehind(int item) {
        var behind = IntStream.iterate(next[item], each -> each != NONE, each -> next[each])
                .filter(waiting::get)
                .boxed()
                .toList();
        behind.forEach(waiting::clear);
        return behind;
    }

    /// Takes out every item.
    List<Integer> dropAll() {
        var all = waiting.stream().boxed().toList();
        waiting.clear();
        ready.clear();
        later.clear();
        deferred.clear();
        return all;
    }

    private OptionalInt taken(int item) {
        waiting.clear(item);
        return OptionalInt.of(item);
    }

    private void callLater() {
        ready.addAll(later);
        later.clear();
    }
}
