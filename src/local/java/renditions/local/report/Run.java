package renditions.local.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The result of one run.
///
/// @param title its title, for people: `Five uploads, the third corrupt`
/// @param noun the word for one item: `upload`
/// @param items in the order of the batch
/// @param took the time from the first upload, or from the event, until every delivery has its place
/// @param receives the receives and their answers, in order; empty only for an empty run
/// @param engine name and version of the image engine
/// @param then an upload that followed and was replaced; not among the items and receives
public record Run(
        String title,
        String noun,
        List<RunItem> items,
        Duration took,
        List<RunReceive> receives,
        String engine,
        Optional<Replacement> then) {
    public Run {
        items = List.copyOf(items);
        receives = List.copyOf(receives);
    }

    /// A run that nothing follows.
    public Run(
            String title, String noun, List<RunItem> items, Duration took, List<RunReceive> receives, String engine) {
        this(title, noun, items, took, receives, engine, Optional.empty());
    }

    /// The same run, followed by this.
    public Run and(Replacement next) {
        return new Run(title, noun, items, took, receives, engine, Optional.of(next));
    }

    /// How many items have this status.
    long count(ItemStatus status) {
        return items.stream().filter(item -> item.status() == status).count();
    }
}
