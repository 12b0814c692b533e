package renditions.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import renditions.batch.BatchListener;
import renditions.batch.Outcome;
import renditions.event.Upload;
import renditions.lambda.Item;
import renditions.local.report.Progress;
import renditions.resize.Made;

/// Hears how the items of a run go: shows it, and keeps it for the report.
final class Recorder implements BatchListener<Item, Made> {
    private final Map<Item, Queue<Ended>> ended = new HashMap<>(); // guarded by this
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
    public void settled(Item item, Outcome<Made> outcome, long nanos) {
        synchronized (this) {
            ended.computeIfAbsent(item, _ -> new ArrayDeque<>()).add(new Ended(outcome, Duration.ofNanos(nanos)));
        }
        progress.settled(name(item));
    }

    /// How one of the items that say this ended; each is told once.
    synchronized Ended take(Item item) {
        var all = ended.getOrDefault(item, new ArrayDeque<>());
        var next = all.poll();
        return next == null ? Ended.NEVER : next;
    }

    /// What to call an item.
    static String name(Item item) {
        return item.entry() instanceof Upload upload ? upload.object().key() : item.subject();
    }
}
