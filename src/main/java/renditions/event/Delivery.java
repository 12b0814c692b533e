package renditions.event;

import java.util.List;
import java.util.Locale;

/// One delivery of a source, which is redelivered as a whole: a message of a queue, a task of a job, an event that
/// Lambda keeps.
///
/// @param id the source's id of it, never empty; two deliveries of an invocation may have the same id
/// @param receiveCount how often it was received, this time included, or [#UNCOUNTED]; at least 2 with an upload that
///     is doubtful, unless nobody counts
/// @param group the group within which its order counts, if [Invocation#order()] says that the order counts; empty
///     for deliveries without a group
/// @param entries its entries, in their order, never empty
public record Delivery(String id, int receiveCount, String group, List<Entry> entries) {
    /// The receive count of a source that does not count: the delivery may have been received before.
    public static final int UNCOUNTED = 0;

    public Delivery {
        entries = List.copyOf(entries);
        if (id.isEmpty() || receiveCount < 0 || entries.isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a delivery has an id, a receive count of 0 or more and entries, not '%s', %d and %s",
                    id,
                    receiveCount,
                    entries));
        }
    }
}
