package renditions.local.report;

import java.time.Duration;
import java.util.List;

/// What one run did.
///
/// @param title what was run, for people: `Five uploads, the third corrupt`
/// @param noun what one item is called: `upload`
/// @param items in the order of the batch
/// @param took from the first upload, or the event's arrival, until every message has its place
/// @param receives what the function was handed and answered, in order; never empty but for an empty run
/// @param engine name and version of the image engine
public record Run(
        String title, String noun, List<RunItem> items, Duration took, List<RunReceive> receives, String engine) {
    public Run {
        items = List.copyOf(items);
        receives = List.copyOf(receives);
    }

    /// How many items ended like this.
    long count(ItemStatus status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
