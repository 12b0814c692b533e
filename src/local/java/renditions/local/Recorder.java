package renditions.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.event.Upload;
import renditions.lambda.Distinct;
import renditions.lambda.Item;
import renditions.local.report.Progress;
import renditions.record.Ending;
import renditions.record.InvocationRecord;
import renditions.record.Records;
import renditions.resize.Made;

/// Hears how the items of a run go: shows it, and keeps how each ended last for the report. Items that never began, or
/// were not done in time, are told of by the record of their invocation. Safe for use by many threads at once.
final class Recorder implements BatchListener<Item, Made>, Records {
    private final Map<Item.Identity, Ended> ended = new HashMap<>(); // guarded by this
    private final Progress progress;

    Recorder(Progress progress) {
        this.progress = progress;
    }

    /// How an item ended.
    ///
    /// @param took from its start
    record Ended(Outcome<Made> outcome, Duration took) {
        private static final Ended UNTOLD =
                new Ended(new Outcome.NotFinished<>("the function gave no answer"), Duration.ZERO);
    }

    @Override
    public void settled(Item item, Outcome<Made> outcome, Effort effort) {
        enter(item.identity(), new Ended(outcome, Duration.ofNanos(effort.nanos())));
    }

    @Override
    public void keep(InvocationRecord record, Duration patience) {
        if (record.ending() instanceof Ending.Answered answered) {
            var items = Distinct.of(answered.batch()).items();
            for (int i = 0; i < items.size(); i++) {
                keep(items.get(i).identity(), answered.items().get(i));
            }
        }
    }

    private void keep(Item.Identity item, Outcome<?> outcome) {
        if (ended(item).outcome().equals(outcome)) {
            return; // it began, and has told so itself
        }
        switch (outcome) {
            case Outcome.NotStarted<?>(var reason) ->
                enter(item, new Ended(new Outcome.NotStarted<>(reason), Duration.ZERO));
            case Outcome.NotFinished<?>(var reason) ->
                enter(item, new Ended(new Outcome.NotFinished<>(reason), Duration.ZERO));
            case Outcome.Done<?> _, Outcome.Skipped<?> _, Outcome.Failed<?> _ -> {}
        }
    }

    private void enter(Item.Identity item, Ended how) {
        boolean again;
        synchronized (this) {
            again = ended.put(item, how) != null;
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
    synchronized Ended ended(Item.Identity item) {
        return ended.getOrDefault(item, Ended.UNTOLD);
    }

    /// What to call an item.
    static String name(Item.Identity item) {
        return item.entry() instanceof Upload upload ? upload.object().key() : item.subject();
    }
}
