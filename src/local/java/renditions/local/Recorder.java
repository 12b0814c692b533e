package renditions.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.DeliveryOutcome;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.local.report.Progress;
import renditions.telemetry.Ending;
import renditions.telemetry.InvocationRecord;
import renditions.telemetry.Records;

/// Hears how the items of a run go, shows it as progress, and keeps the last outcome of each for the report. Items that
/// never began or were not done in time come from the record of their invocation. Safe for use by many threads at once.
final class Recorder implements BatchListener<Item, Made>, Records {
    /// How a reason of the engine begins that is about another item; places are from 1 on.
    private static final Pattern ITEM = Pattern.compile("^item ([0-9]{1,9})\\b");

    private final Map<Item.Identity, Ended> ended = new HashMap<>(); // guarded by this
    private final Progress progress;
    private List<DeliveryOutcome> deliveries = List.of(); // guarded by this

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
            var items = answered.items().items();
            for (int i = 0; i < items.size(); i++) {
                keep(items.get(i).identity(), answered.outcomes().get(i), items);
            }
            synchronized (this) {
                deliveries = answered.deliveries();
            }
        }
    }

    /// How the deliveries of the last invocation ended that was answered.
    synchronized List<DeliveryOutcome> deliveries() {
        return deliveries;
    }

    private void keep(Item.Identity item, Outcome<?> outcome, List<Item> batch) {
        var told = ended(item);
        var took = told.outcome().equals(outcome) ? told.took() : Duration.ZERO; // it began, and has told so itself
        switch (outcome) {
            case Outcome.NotStarted<?>(var reason) ->
                enter(item, new Ended(new Outcome.NotStarted<>(named(reason, batch)), took));
            case Outcome.NotFinished<?>(var reason) ->
                enter(item, new Ended(new Outcome.NotFinished<>(named(reason, batch)), took));
            case Outcome.Done<?> _, Outcome.Skipped<?> _, Outcome.Failed<?> _ -> {}
        }
    }

    /// The engine calls the item that stopped others by its place in the batch, people call it by its name.
    private static String named(String reason, List<Item> batch) {
        return ITEM.matcher(reason).replaceFirst(item -> {
            int place = Integer.parseInt(item.group(1));
            return Matcher.quoteReplacement(name(batch.get(place - 1).identity()));
        });
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
