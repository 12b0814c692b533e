package renditions.resize;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Expectation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Severity;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.catalog.Presets;
import renditions.catalog.Source;
import renditions.image.Images;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;

/// The work on uploads: stores the renditions of each, and then the manifest that lists them.
///
/// One object serves all items; safe for use by many threads.
public final class ResizeJob implements Work<Source, Made>, Expectation<Source> {
    /// How many attempts at an item there are in one invocation, while others keep on committing, before it is left
    /// to a retry.
    private static final int MOST_ATTEMPTS = 5;

    private final Attempt attempt;
    private final Presets presets;

    private ResizeJob(Attempt attempt, Presets presets) {
        this.attempt = attempt;
        this.presets = presets;
    }

    /// The work with these settings, on these lanes and within this memory.
    ///
    /// @param costs predicts the costs, and learns from the work
    /// @param wall tells when an upload was quarantined
    public ResizeJob(
            ObjectStore store,
            Images images,
            Lanes lanes,
            Memory memory,
            CostModel costs,
            JobSettings settings,
            InstantSource wall) {
        this(
                attempt(store, images, Optional.empty(), lanes, memory, costs, settings, wall),
                Presets.of(settings.renditions()));
    }

    /// The same with another engine for uploads that were received before. Its times do not train the cost model,
    /// because work in another process takes longer.
    ///
    /// @param suspects of the same version as `images`
    public ResizeJob(
            ObjectStore store,
            Images images,
            Images suspects,
            Lanes lanes,
            Memory memory,
            CostModel costs,
            JobSettings settings,
            InstantSource wall) {
        this(
                attempt(store, images, Optional.of(suspects), lanes, memory, costs, settings, wall),
                Presets.of(settings.renditions()));
    }

    private static Attempt attempt(
            ObjectStore store,
            Images images,
            Optional<Images> suspects,
            Lanes lanes,
            Memory memory,
            CostModel costs,
            JobSettings settings,
            InstantSource wall) {
        var timedStore = new TimedStore(store, costs, lanes.clock());
        var timed = new TimedImages(images, costs, lanes.clock());
        return new Attempt(timedStore, timed, suspects.orElse(timed), lanes, memory, costs, settings, wall);
    }

    /// The same with the renditions of the preset that each upload's key has, instead of those of the settings.
    public ResizeJob with(Presets others) {
        return new ResizeJob(attempt, others);
    }

    /// The expected cost of an upload, learned from those before it.
    @Override
    public Cost of(Source source) {
        return attempt.costs().of(source);
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Source upload) throws InterruptedException {
        return outcome(cancellation, Task.received(Task.Aim.RENDITIONS, upload));
    }

    /// The work on an upload that was removed: its renditions are removed, too, if it is still gone.
    ///
    /// @param removal the event; it names no content
    public Outcome<Made> remove(Cancellation cancellation, Source removal) throws InterruptedException {
        return attempt.settings().removals()
                ? outcome(cancellation, Task.received(Task.Aim.REMOVAL, removal))
                : new Outcome.Skipped<>("the upload was removed; its renditions stay, for REMOVALS is false");
    }

    private Outcome<Made> outcome(Cancellation cancellation, Task task) throws InterruptedException {
        var object = task.source().object();
        var settings = attempt.settings().with(presets.of(object.key()));
        if (settings.layout().isOurs(object)) {
            return new Outcome.Skipped<>("it is itself a rendition, a manifest or a quarantine report");
        }
        if (!settings.layout().fits(object, settings.renditions())) {
            return task.aim() == Task.Aim.REMOVAL
                    ? new Outcome.Skipped<>("gone: its key is too long to have had renditions")
                    : keyTooLong(object);
        }
        return outcome(attempts(cancellation, attempt.with(settings), task), object);
    }

    private static Outcome<Made> keyTooLong(ObjectId object) {
        return Failures.failed(
                "KEY_TOO_LONG",
                String.format(
                        Locale.ROOT,
                        "the key of %s leaves no room for the keys of its renditions, which S3 limits to %,d bytes",
                        object,
                        ObjectId.LONGEST_KEY_BYTES),
                Severity.PERMANENT);
    }

    private static Progress<Made> attempts(Cancellation cancellation, Attempt attempt, Task task)
            throws InterruptedException {
        var progress = attempt.run(cancellation, task);
        for (int attempts = 1; progress instanceof Progress.Again<Made>(var again); attempts++) {
            if (attempts == MOST_ATTEMPTS) {
                return progress;
            }
            progress = attempt.run(cancellation, again);
        }
        return progress;
    }

    private static Outcome<Made> outcome(Progress<Made> progress, ObjectId object) {
        return switch (progress) {
            case Progress.Next<Made>(var made) -> new Outcome.Done<>(made);
            case Progress.End<Made>(var outcome) -> outcome;
            case Progress.Again<Made> _ ->
                Failures.failed(
                        "LOST_COMMIT",
                        "renditions of " + object + " were committed by other attempts meanwhile",
                        Severity.RETRYABLE);
        };
    }
}
