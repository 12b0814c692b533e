package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.DeliveryOutcome;
import renditions.event.DistinctItems;
import renditions.event.Entry;
import renditions.event.InvocationReader;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.local.replay.ReplayPictures;
import renditions.local.replay.Replayed;
import renditions.local.replay.Replayed.Unplayed;
import renditions.local.report.Progress;
import renditions.local.report.Words;

/// A run of messages that were received before, all in one batch.
///
/// @param lambda runs the function, once
/// @param steps shows how far the run is
record ReplayRun(LocalLambda lambda, Steps steps) {
    /// The share of the heap that pictures may take in the embedded S3.
    private static final int SHARE = 4;

    /// The displays of the parts of a run.
    interface Steps {
        /// Makes one.
        ///
        /// @param items at least one
        /// @param noun the word for one of them
        Progress of(int items, String noun);
    }

    /// Uploads the pictures that the messages name, hands the messages to the function, and says what became of
    /// each.
    ///
    /// @throws renditions.event.UnreadableInvocation if the messages are not those of a queue
    List<Replayed> of(RunOptions.Replay replay) throws IOException {
        var messages = replay.messages();
        var event = new InvocationReader().read(messages.event().getBytes(UTF_8));
        var pictures = pictures(replay.folder(), event.entries());
        var items = Math.max(1, DistinctItems.of(event).items().size());
        Recorder recorder;
        try (var progress = steps.of(items, "item")) {
            recorder = new Recorder(progress::settled);
            new EventRun(lambda).answer(messages.withETags(pictures.etags()).event(), recorder);
        }
        var replayed = new ArrayList<Replayed>();
        for (var outcome : recorder.deliveries()) {
            replayed.add(replayed(outcome, pictures));
        }
        return List.copyOf(replayed);
    }

    private ReplayPictures pictures(Path folder, List<Entry> entries) throws IOException {
        var limits = new ReplayPictures.Limits(
                lambda.mostBytes(), Runtime.getRuntime().maxMemory() / SHARE);
        var uploading = lambda.uploading();
        int uploads = (int) entries.stream().filter(Upload.class::isInstance).count();
        try (var progress = steps.of(Math.max(1, uploads), "picture")) {
            return ReplayPictures.of(folder, entries, limits, uploading, progress::settled);
        }
    }

    private Replayed replayed(DeliveryOutcome message, ReplayPictures pictures) {
        var delivery = message.delivery();
        var entries = new ArrayList<Replayed.Entry>();
        for (int i = 0; i < delivery.entries().size(); i++) {
            entries.add(entry(delivery.entries().get(i), message, i, pictures));
        }
        return new Replayed(delivery.id(), delivery.receiveCount(), entries);
    }

    private Replayed.Entry entry(Entry entry, DeliveryOutcome message, int place, ReplayPictures pictures) {
        if (!(entry instanceof Upload upload)) {
            return played(entry, message, place, List.of());
        }
        var unplayed = lambda.hasAskedAbout(upload.object()) ? pictures.unplayed(upload) : Optional.<Unplayed>empty();
        return unplayed.isPresent() ? unplayed.get() : played(entry, message, place, pictures.notes(upload));
    }

    private static Replayed.Entry played(Entry entry, DeliveryOutcome message, int place, List<String> notes) {
        var subject = new Item.Identity(message.delivery().id(), entry).subject();
        var outcome = message.outcomes().get(place);
        var code = switch (outcome) {
            case Outcome.Failed<?>(var problem) -> problem.code();
            case Outcome.Quarantined<?>(var problem, var _) -> problem.code();
            case Outcome.Done<?> _, Outcome.Skipped<?> _, Outcome.NotStarted<?> _, Outcome.NotFinished<?> _ -> "";
        };
        var why = outcome instanceof Outcome.Done<?>(Made made)
                ? Words.count(made.renditions().size(), "rendition")
                : Recorder.words(outcome);
        return new Replayed.Played(subject, Story.status(outcome), code, why, notes);
    }
}
