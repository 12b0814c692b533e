package renditions.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The outcomes of a batch. Every item begins as *not acknowledged* and is settled at most once. After the seal
/// nothing changes.
///
/// Safe for use by many threads; no method blocks.
final class Ledger<R> {
    private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;

    /// @param items how many there are, numbered from 0
    Ledger(int items) {
        outcomes = new AtomicReferenceArray<>(items);
    }

    /// Enters an item's outcome, unless the item is settled already.
    ///
    /// Race between workers, the deadline and the seal: the first compare-and-set wins. All others get `false` and
    /// must not act on their own outcome.
    ///
    /// @return whether this call settled the item
    boolean settle(int item, Outcome<R> outcome) {
        return outcomes.compareAndSet(item, null, outcome);
    }

    /// An item's outcome; null until it is settled.
    @Nullable
    Outcome<R> outcome(int item) {
        return outcomes.get(item);
    }

    /// Settles with `rest` all items that are not settled yet, and reads all outcomes. Every item is settled when
    /// this returns, so no later [#settle] succeeds. A worker that ends during the seal either comes first, and its
    /// outcome counts, or the seal's does.
    ///
    /// @return the outcomes in the order of the items; the same at every call
    List<Outcome<R>> seal(Outcome<R> rest) {
        var sealed = new ArrayList<Outcome<R>>(outcomes.length());
        for (int item = 0; item < outcomes.length(); item++) {
            var settled = outcomes.compareAndExchange(item, null, rest);
            sealed.add(settled == null ? rest : settled);
        }
        return List.copyOf(sealed);
    }
}
