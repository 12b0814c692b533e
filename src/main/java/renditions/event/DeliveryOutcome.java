package renditions.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import renditions.batch.Outcome;

/// A delivery and the outcomes of its entries.
///
/// @param outcomes one for each entry of the delivery, in their order
public record DeliveryOutcome(Delivery delivery, List<? extends Outcome<?>> outcomes) {
    public DeliveryOutcome {
        outcomes = List.copyOf(outcomes);
    }

    /// The outcomes of each delivery of an invocation, in their order.
    ///
    /// @param outcomes one for each of [Invocation#entries()], in their order
    /// @throws IllegalArgumentException when there are more or fewer outcomes than entries
    public static List<DeliveryOutcome> of(Invocation invocation, List<? extends Outcome<?>> outcomes) {
        int entries = invocation.entries().size();
        if (outcomes.size() != entries) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d entries have %d outcomes; nothing is acknowledged", entries, outcomes.size()));
        }
        var deliveries = new ArrayList<DeliveryOutcome>();
        int from = 0;
        for (var delivery : invocation.deliveries()) {
            int to = from + delivery.entries().size();
            deliveries.add(new DeliveryOutcome(delivery, outcomes.subList(from, to)));
            from = to;
        }
        return List.copyOf(deliveries);
    }

    /// Whether all its entries are acknowledged; otherwise it is redelivered as a whole.
    public boolean acknowledged() {
        return outcomes.stream().allMatch(Outcome::acknowledged);
    }
}
