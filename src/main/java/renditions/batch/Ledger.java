package renditions.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The book of a batch. Every item begins as *not acknowledged*, is settled at most once, and after the seal
/// nothing changes.
///
/// Safe for use by many threads; no method blocks.
final class Ledger<R> {
    private final AtomicReferenceArray<@Nullable Outcome<R>> outcomes;

    /// @param items how many there are, numbered from 0
    Ledger(int items) {
        outcomes = new AtomicReferenceArray<>(items);
    }

    /// Enters how an item ended, unless that is settled already.
    ///
    /// Race between workers, the deadline and the seal: the first compare-and-set wins, everybody else is told
    /// `false` and must not act on its own outcome.
    ///
    /// @return whether this call settled the item
    boolean settle(int item, Outcome<R> outcome) {
        return outcomes.compareAndSet(item, null, outcome);
    }

    /// How an item ended; none as long as that is not settled.
    @Nullable
    Outcome<R> outcome(int item) {
        return outcomes.get(item);
    }

    /// Settles with `rest` whatever is not settled yet, and reads all outcomes. Every item is settled when this
    /// returns, so no later [#settle] can succeed: a worker that ends during the seal is counted if it was first,
    /// and reported if not.
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
