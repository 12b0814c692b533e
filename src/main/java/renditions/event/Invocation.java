package renditions.event;

import java.util.List;
import renditions.batch.Outcome;

/// What the function was invoked with, whatever the source: deliveries, whether their order counts, and how the source
/// is answered. Each source has a kind of its own, which its reader makes; nobody else tells kinds apart, so the
/// interface is all that there is to know of one. Immutable.
public interface Invocation {
    /// What was delivered, in the order of the event. None is left out, whatever it says; may be empty.
    List<Delivery> deliveries();

    /// Whether the order of the deliveries counts.
    Order order();

    /// The answer in the source's own form: a pure function of the invocation and the outcomes. What the outcomes do
    /// not acknowledge, the answer does not acknowledge.
    ///
    /// @param outcomes one for each of [#entries()], in their order
    /// @return what Lambda hands to the source; empty where the source expects nothing
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
        /// It does not.
        INDEPENDENT,
        /// Inside a group it does: what follows a delivery that is not acknowledged is not acknowledged either.
        IN_GROUPS
    }
}
