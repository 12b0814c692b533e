package renditions.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.catalog.Made;
import renditions.event.DeliveryOutcome;
import renditions.event.Entry;
import renditions.event.Item;
import renditions.event.Removal;
import renditions.event.Upload;
import renditions.telemetry.Ending;
import renditions.telemetry.InvocationRecord;
import renditions.telemetry.ReasonWords;
import renditions.telemetry.Records;

/// Follows the items of a run, passes on which are settled, and keeps the last outcome of each for the report. The
/// outcomes of items that never began or were not done in time come from the record of their invocation. Safe for
/// use by many threads at once.
final class Recorder implements BatchListener<Item, Made>, Records {
    private final Map<Item.Identity, Settled> last = new HashMap<>(); // guarded by this
    private final Consumer<String> first;
    private List<DeliveryOutcome> deliveries = List.of(); // guarded by this

    /// @param first gets the name of each item that is settled for the first time
    Recorder(Consumer<String> first) {
        this.first = first;
    }

    /// The outcome of an item.
    ///
    /// @param took the time from its start
    /// @param why the reason why it is not done, in words; empty if it is
    record Settled(Outcome<Made> outcome, Duration took, String why) {
        private static final Settled UNTOLD = of(new Outcome.NotFinished<>(new Reason.Unanswered()), Duration.ZERO);

        /// Names items by their place.
        private static Settled of(Outcome<Made> outcome, Duration took) {
            return new Settled(outcome, took, words(outcome));
        }
    }

    /// Why an item is not done, in words that name items by their place; empty if it is done.
    static String words(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> "";
            case Outcome.Skipped<?>(var reason) -> reason;
            case Outcome.Quarantined<?>(var problem, var _) -> problem.message();
            case Outcome.Failed<?>(var problem) -> problem.message();
            case Outcome.NotStarted<?>(var reason) -> ReasonWords.of(reason);
            case Outcome.NotFinished<?>(var reason) -> ReasonWords.of(reason);
        };
    }

    @Override
    public void settled(Item item, Outcome<Made> outcome, Effort effort) {
        enter(item.identity(), Settled.of(outcome, Duration.ofNanos(effort.nanos())));
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

    /// The outcomes of the deliveries of the last invocation that was answered.
    synchronized List<DeliveryOutcome> deliveries() {
        return deliveries;
    }

    private void keep(Item.Identity item, Outcome<?> outcome, List<Item> batch) {
        var told = last(item);
        var took = told.outcome().equals(outcome) ? told.took() : Duration.ZERO; // zero if it never began
        switch (outcome) {
            case Outcome.NotStarted<?>(var reason) ->
                enter(item, new Settled(new Outcome.NotStarted<>(reason), took, named(reason, batch)));
            case Outcome.NotFinished<?>(var reason) ->
                enter(item, new Settled(new Outcome.NotFinished<>(reason), took, named(reason, batch)));
            case Outcome.Done<?> _, Outcome.Skipped<?> _, Outcome.Quarantined<?> _, Outcome.Failed<?> _ -> {}
        }
    }

    private static String named(Reason reason, List<Item> batch) {
        return ReasonWords.of(reason, place -> name(batch.get(place).identity()));
    }

    private void enter(Item.Identity item, Settled how) {
        boolean again;
        synchronized (this) {
            again = last.put(item, how) != null;
        }
        if (!again) {
            first.accept(name(item));
        }
    }

    /// The last outcome of this item.
    synchronized Settled last(Item.Identity item) {
        return last.getOrDefault(item, Settled.UNTOLD);
    }

    /// The name of an item.
    static String name(Item.Identity item) {
        return switch (item.entry()) {
            case Upload upload -> upload.object().key();
            case Removal removal -> removal.object().key();
            case Entry.Ignored _, Entry.Unreadable _ -> item.subject();
        };
    }
}
