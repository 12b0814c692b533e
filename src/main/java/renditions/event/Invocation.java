package renditions.event;

import java.util.List;
import renditions.batch.Outcome;

/// An invocation of the function, whatever its source: the deliveries, whether their order counts, and the reply to
/// the source. Each source has a kind of its own, which its reader makes. No other code tells the kinds apart; it
/// knows this interface only. Immutable.
public interface Invocation {
    /// All deliveries, in the order of the event; may be empty.
    List<Delivery> deliveries();

    /// Whether the order of the deliveries counts.
    Order order();

    /// The reply in the source's own form: a pure function of the invocation and the outcomes. It acknowledges no
    /// delivery that the outcomes do not acknowledge.
    ///
    /// @param outcomes one for each of [#entries()], in their order
    /// @return the reply that Lambda hands to the source; empty if the source expects none
    /// @throws IllegalArgumentException when there are more or fewer outcomes than entries
    byte[] reply(List<? extends Outcome<?>> outcomes);

    /// The entries of all deliveries, in their order.
    default List<Entry> entries() {
        return deliveries().stream()
                .flatMap(delivery -> delivery.entries().stream())
                .toList();
    }

    /// Whether the order of deliveries counts.
    enum Order {
        /// The order does not count.
        INDEPENDENT,
        /// The order counts inside a group: after a delivery that is not acknowledged, none of its group is
        /// acknowledged.
        IN_GROUPS
    }
}
