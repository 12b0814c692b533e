package renditions.lambda;

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
/// @param removals whether the renditions of a removed upload are removed too
record ItemWork(ResizeJob job, KeyPattern pictures, boolean removals) implements Work<Item, Made>, Expectation<Item> {
    @Override
    public Cost of(Item item) {
        return item.entry() instanceof Upload upload && isPicture(upload.object())
                ? job.of(source(item, upload))
                : Cost.NONE;
    }

    @Override
    public void nothingFits() {
        job.nothingFits();
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Item item) throws InterruptedException {
        return switch (item.entry()) {
            case Upload upload ->
                isPicture(upload.object()) ? job.run(cancellation, source(item, upload)) : noPicture();
            case Removal removal -> isPicture(removal.object()) ? removed() : noPicture();
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

    /// Renditions are not removed yet.
    private Outcome<Made> removed() {
        return new Outcome.Skipped<>(
                removals
                        ? "the upload was removed; its renditions stay, for none are removed yet"
                        : "the upload was removed; its renditions stay, for REMOVALS is false");
    }

    static Source source(Item item, Upload upload) {
        return new Source(upload.object(), upload.etag(), upload.size(), upload.sequencer(), item.receiveCount());
    }
}
