package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.DeliveryOutcome;
import renditions.event.Entry;
import renditions.event.InvocationReader;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.local.replay.ReplayPictures;
import renditions.local.replay.Replayed;
import renditions.local.report.Words;
import renditions.store.ObjectId;

/// A run of messages that were received before, all in one batch.
///
/// @param lambda runs the function, once
record ReplayRun(LocalLambda lambda) {
    /// Uploads the pictures that the messages name, hands the messages to the function, and says what became of each.
    ///
    /// @throws renditions.event.UnreadableInvocation if the messages are not those of a queue
    List<Replayed> of(RunOptions.Replay replay) throws IOException {
        var messages = replay.messages();
        var event = new InvocationReader().read(messages.event().getBytes(UTF_8));
        var pictures = ReplayPictures.of(replay.folder(), event.entries());
        var refused = lambda.uploading().of(pictures.files());
        var recorder = new Recorder(_ -> {});
        new EventRun(lambda).reply(messages.withETags(pictures.etags()).event(), recorder);
        var replayed = new ArrayList<Replayed>();
        var bodies = messages.bodies();
        for (var outcome : recorder.deliveries()) {
            replayed.add(replayed(outcome, bodies.get(replayed.size()), pictures, refused));
        }
        return List.copyOf(replayed);
    }

    private static Replayed replayed(
            DeliveryOutcome message, String body, ReplayPictures pictures, Map<ObjectId, String> refused) {
        var delivery = message.delivery();
        var entries = new ArrayList<Replayed.Entry>();
        for (int i = 0; i < delivery.entries().size(); i++) {
            entries.add(entry(delivery.entries().get(i), message, i, pictures, refused));
        }
        return Replayed.of(delivery.id(), delivery.receiveCount(), body, entries);
    }

    private static Replayed.Entry entry(
            Entry entry, DeliveryOutcome message, int place, ReplayPictures pictures, Map<ObjectId, String> refused) {
        if (entry instanceof Upload upload) {
            var missing = pictures.missing(upload, refused);
            return missing.isPresent() ? missing.get() : played(entry, message, place, pictures.notes(upload));
        }
        return played(entry, message, place, List.of());
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
