package renditions.local.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Items of which little is known.
final class SampleItems {
    static final Journey DELETED = new Journey(List.of(), Place.DELETED);

    private SampleItems() {}

    /// One of which nothing was made.
    static RunItem item(String key, ItemStatus status, String code, String why, Journey journey) {
        return new RunItem(
                key,
                status,
                code,
                why,
                Optional.empty(),
                1,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                journey,
                Optional.empty());
    }

    /// The same item with this report.
    static RunItem reported(RunItem item, RunReport report) {
        return new RunItem(
                item.key(),
                item.status(),
                item.code(),
                item.why(),
                item.size(),
                item.bytes(),
                item.took(),
                item.preview(),
                item.placeholder(),
                item.renditions(),
                item.journey(),
                Optional.of(report));
    }
}
