package renditions.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.event.Upload;
import renditions.lambda.Item;
import renditions.local.report.Progress;
import renditions.resize.Made;

/// Hears how the items of a run go: shows it, and keeps how each ended last for the report. Safe for use by many
/// threads at once.
final class Recorder implements BatchListener<Item, Made> {
    private final Map<Item, Ended> ended = new HashMap<>(); // guarded by this
    private final Progress progress;

    Recorder(Progress progress) {
        this.progress = progress;
    }

    /// How an item ended.
    ///
    /// @param took from its start
    record Ended(Outcome<Made> outcome, Duration took) {
        private static final Ended NEVER =
                new Ended(new Outcome.NotFinished<>("not done when the time was over"), Duration.ZERO);
    }

    @Override
    public void settled(Item item, Outcome<Made> outcome, Effort effort) {
        boolean again;
        synchronized (this) {
            again = ended.put(atFirst(item), new Ended(outcome, Duration.ofNanos(effort.nanos()))) != null;
        }
        if (!again) {
            progress.settled(name(item));
        }
    }

    /// How many items have ended at least once.
    synchronized int count() {
        return ended.size();
    }

    /// How this item ended the last time.
    synchronized Ended ended(Item item) {
        return ended.getOrDefault(atFirst(item), Ended.NEVER);
    }

    /// The item as it was when its message was received for the first time: the same each time it comes again.
    static Item atFirst(Item item) {
        return new Item(item.message(), 1, item.group(), item.entry());
    }

    /// What to call an item.
    static String name(Item item) {
        return item.entry() instanceof Upload upload ? upload.object().key() : item.subject();
    }
}
