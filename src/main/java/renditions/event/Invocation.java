package renditions.event;

import java.util.List;
import renditions.batch.Outcome;

/// An invocation of the function, whatever its source: the deliveries, whether their order counts, and what writes
/// the reply to the source. The source's reader makes it; no other code tells sources apart. Immutable.
///
/// @param deliveries all deliveries, in the order of the event; may be empty
/// @param order whether the order of the deliveries counts
/// @param writer writes the reply in the source's own form
public record Invocation(List<Delivery> deliveries, Order order, ReplyWriter writer) {
    public Invocation {
        deliveries = List.copyOf(deliveries);
    }

    /// The reply in the source's own form: a pure function of the invocation and the outcomes.
    ///
    /// @param outcomes one for each of [#entries()], in their order
    /// @throws IllegalArgumentException when there are more or fewer outcomes than entries
    public Reply reply(List<? extends Outcome<?>> outcomes) {
        return writer.write(DeliveryOutcome.of(this, outcomes));
    }

    /// The entries of all deliveries, in their order.
    public List<Entry> entries() {
        return deliveries.stream()
                .flatMap(delivery -> delivery.entries().stream())
                .toList();
    }

    /// Whether the order of deliveries counts.
    public enum Order {
        /// The order does not count.
        INDEPENDENT,
        /// The order counts inside a group: after a delivery that is not acknowledged, none of its group is
        /// acknowledged.
        IN_GROUPS
    }

    /// Writes replies in the form of one source.
    @FunctionalInterface
    public interface ReplyWriter {
        /// Writes the reply. It acknowledges no delivery that the outcomes do not acknowledge.
        ///
        /// @param outcomes one for each delivery, in the order of the event
        Reply write(List<DeliveryOutcome> outcomes);
    }
}
