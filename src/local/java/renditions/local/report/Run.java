package renditions.local.report;

import java.time.Duration;
import java.util.List;

/// What one run did.
///
/// @param title what was run, for people: `Five uploads, the third corrupt`
/// @param items in the order of the batch
/// @param took from the event's arrival to the answer
/// @param reply what the function answered, JSON
/// @param engine name and version of the image engine
public record Run(String title, List<RunItem> items, Duration took, String reply, String engine) {
    public Run {
        items = List.copyOf(items);
    }

    /// How many items ended like this.
    long count(Verdict verdict) {
        return items.stream().filter(item -> item.verdict() == verdict).count();
    }
}
