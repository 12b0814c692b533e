package renditions.resize;

import java.util.Locale;
import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Expectation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Severity;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.image.Images;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;

/// The work on uploads: stores the renditions of each, and then the manifest that lists them.
///
/// One object serves all items; safe for use by many threads.
public final class ResizeJob implements Work<Source, Made>, Expectation<Source> {
    /// How often in a row an upload that lost its commit is made again before it fails.
    private static final int REMAKES = 2;

    private final Attempt attempt;

    /// The work with these settings, on these lanes and within this memory.
    ///
    /// @param costs predicts the costs, and learns from the work
    public ResizeJob(
            ObjectStore store, Images images, Lanes lanes, Memory memory, CostModel costs, JobSettings settings) {
        var clock = lanes.clock();
        attempt = new Attempt(
                new TimedStore(store, costs, clock),
                new TimedImages(images, costs, clock),
                lanes,
                memory,
                costs,
                settings);
    }

    /// The expected cost of an upload, learned from those before it.
    @Override
    public Cost of(Source source) {
        return attempt.costs().of(source);
    }

    @Override
    public void nothingFits() {
        attempt.costs().doubt();
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Source source) throws InterruptedException {
        var settings = attempt.settings();
        if (settings.layout().isOurs(source.object())) {
            return new Outcome.Skipped<>("it is itself a rendition or a manifest");
        }
        if (!settings.layout().fits(source.object(), settings.renditions())) {
            return Failures.failed(
                    "KEY_TOO_LONG",
                    String.format(
                            Locale.ROOT,
                            "the key of %s leaves no room for the keys of its renditions, which S3 limits to %,d bytes",
                            source.object(),
                            ObjectId.LONGEST_KEY_BYTES),
                    Severity.PERMANENT);
        }
        return outcome(attempts(cancellation, source), source);
    }

    /// Race between two contents of one key: the attempt that loses the commit makes the newest content's
    /// renditions again, so the last commit's renditions are those in the bucket.
    private Progress<Made> attempts(Cancellation cancellation, Source source) throws InterruptedException {
        var progress = attempt.run(cancellation, source);
        for (int remake = 0; progress instanceof Progress.LostCommit<Made> && remake < REMAKES; remake++) {
            progress = attempt.run(cancellation, source.newest());
        }
        return progress;
    }

    private static Outcome<Made> outcome(Progress<Made> progress, Source source) {
        return switch (progress) {
            case Progress.Next<Made>(var made) -> new Outcome.Done<>(made);
            case Progress.End<Made>(var outcome) -> outcome;
            case Progress.LostCommit<Made> _ ->
                Failures.failed(
                        "LOST_COMMIT",
                        "renditions of " + source.object() + " were committed by another attempt meanwhile",
                        Severity.RETRYABLE);
        };
    }
}
