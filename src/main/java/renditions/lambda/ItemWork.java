package renditions.lambda;

import java.util.OptionalLong;
import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Expectation;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.event.Entry;
import renditions.event.Item;
import renditions.event.KeyPattern;
import renditions.event.Removal;
import renditions.event.Upload;
import renditions.resize.ResizeJob;
import renditions.store.ObjectId;

/// The work on each item: pictures get their renditions; other entries are settled without work.
///
/// @param pictures the keys that are pictures
record ItemWork(ResizeJob job, KeyPattern pictures) implements Work<Item, Made>, Expectation<Item> {
    @Override
    public Cost of(Item item) {
        return item.entry() instanceof Upload upload && isPicture(upload.object())
                ? job.of(source(item, upload))
                : Cost.NONE;
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Item item) throws InterruptedException {
        return switch (item.entry()) {
            case Upload upload ->
                isPicture(upload.object()) ? job.run(cancellation, source(item, upload)) : noPicture();
            case Removal removal ->
                isPicture(removal.object()) ? job.remove(cancellation, source(item, removal)) : noPicture();
            case Entry.Ignored(var reason) -> new Outcome.Skipped<>(reason);
            case Entry.Unreadable(var reason) ->
                new Outcome.Failed<>(Problem.of("UNREADABLE", reason, Severity.PERMANENT));
        };
    }

    private boolean isPicture(ObjectId object) {
        return pictures.matches(object.key());
    }

    private static Outcome<Made> noPicture() {
        return new Outcome.Skipped<>("no picture by KEY_PATTERN");
    }

    static Source source(Item item, Upload upload) {
        return new Source(upload.object(), upload.etag(), upload.size(), upload.sequencer(), item.receiveCount());
    }

    static Source source(Item item, Removal removal) {
        return new Source(removal.object(), null, OptionalLong.empty(), removal.sequencer(), item.receiveCount());
    }
}
