package renditions.lambda;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Expectation;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.batch.Work;
import renditions.catalog.KeyPattern;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.event.Entry;
import renditions.event.Item;
import renditions.event.Removal;
import renditions.event.Upload;
import renditions.resize.ResizeJob;
import renditions.store.ObjectId;

/// The work on each item: pictures get their renditions; other entries are settled without work.
///
/// @param pictures the keys that are pictures
/// @param uploads the only bucket that uploads may be in, null for any: whoever may send to the queue could otherwise
///     make the function read every bucket that it has access to
record ItemWork(
        ResizeJob job, KeyPattern pictures, @Nullable String uploads) implements Work<Item, Made>, Expectation<Item> {
    @Override
    public Cost of(Item item) {
        return item.entry() instanceof Upload upload && settled(upload.object()).isEmpty()
                ? job.of(source(item, upload))
                : Cost.NONE;
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Item item) throws InterruptedException {
        return switch (item.entry()) {
            case Upload upload -> {
                var settled = settled(upload.object());
                yield settled.isPresent() ? settled.get() : job.run(cancellation, source(item, upload));
            }
            case Removal removal -> {
                var settled = settled(removal.object());
                yield settled.isPresent() ? settled.get() : job.remove(cancellation, source(item, removal));
            }
            case Entry.Ignored(var reason) -> new Outcome.Skipped<>(reason);
            case Entry.Unreadable(var reason) -> failed("UNREADABLE", reason);
        };
    }

    /// The outcome of an object that the settings exclude, whatever is there.
    private Optional<Outcome<Made>> settled(ObjectId object) {
        if (uploads != null && !uploads.equals(object.bucket())) {
            return Optional.of(failed(
                    "FOREIGN_BUCKET",
                    object + " is not in the bucket " + uploads + ", the only one whose uploads this function takes;"
                            + " find out who sent the event, or change UPLOADS_BUCKET"));
        }
        return pictures.matches(object.key())
                ? Optional.empty()
                : Optional.of(new Outcome.Skipped<>("no picture by KEY_PATTERN"));
    }

    private static Outcome<Made> failed(String code, String message) {
        return new Outcome.Failed<>(Problem.of(code, message, Severity.PERMANENT));
    }

    static Source source(Item item, Upload upload) {
        return new Source(
                upload.object(),
                upload.etag(),
                upload.size(),
                upload.sequencer(),
                item.receiveCount(),
                item.delivery());
    }

    static Source source(Item item, Removal removal) {
        return new Source(
                removal.object(),
                null,
                OptionalLong.empty(),
                removal.sequencer(),
                item.receiveCount(),
                item.delivery());
    }
}
