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

/// The work on uploads: for each its renditions, durable, and the manifest that says so.
///
/// One object for all items; safe for use by many threads.
public final class ResizeJob implements Work<Source, Made>, Expectation<Source> {
    /// How often in a row an item that lost its commit is made again before it is left to a retry.
    private static final int REMAKES = 2;

    private final Attempt attempt;

    /// Jobs for these settings, which run on these lanes and within this memory.
    ///
    /// @param costs is asked, and learns
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

    /// How long an upload is expected to take, learned from those before it.
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

    /// Race between two contents of one key: whoever loses the commit makes the newest content's renditions again, so
    /// that what is committed last is what lies there.
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
