package renditions.event;

import java.util.List;
import java.util.Locale;

/// What a source delivers, and redelivers, as a whole: a message of a queue, a task of a job.
///
/// @param id what the source calls it, never empty; two deliveries of an invocation may have the same
/// @param receiveCount how often it was received, this time included; 1 where the event does not say
/// @param group the deliveries among which its order counts, where [Invocation#order()] says that one does; empty:
///     those without a group
/// @param entries what it asks for, in its order, never empty
public record Delivery(String id, int receiveCount, String group, List<Entry> entries) {
    public Delivery {
        entries = List.copyOf(entries);
        if (id.isEmpty() || receiveCount < 1 || entries.isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a delivery has an id, a receive count of 1 or more and entries, not '%s', %d and %s",
                    id,
                    receiveCount,
                    entries));
        }
    }
}
