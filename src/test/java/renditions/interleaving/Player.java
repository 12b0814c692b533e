package renditions.interleaving;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.catalog.KeyLayout;
import renditions.catalog.Made;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;
import renditions.resize.CostModel;
import renditions.resize.JobSettings;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.ObjectStore;
import renditions.testing.PaperImages;

/// Plays attempts of the real job. What an attempt does next depends on nothing but its message and the answers
/// that it had from the store, so each part is played once and remembered.
final class Player implements AutoCloseable {
    private static final RenditionSet SET =
            RenditionSet.parse("[{\"name\": \"s\", \"width\": 32, \"formats\": [\"webp\", \"jpeg\"]}]");

    /// Reports that differ in nothing else are alike.
    private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);

    private final Lanes lanes = new Lanes(NanoClock.system(), 1, 2);
    private final PaperImages images = new PaperImages();
    private final Memory memory = Memory.of(300 << 20);
    private final JobSettings settings;
    private final Map<Part, Move> played = new HashMap<>();

    /// @param removals as in [Story]
    Player(KeyLayout layout, boolean removals) {
        settings = new JobSettings(
                SET,
                layout,
                new ImageLimits(30_000_000, 30_000_000),
                100,
                "no-cache",
                MissingUploads.SKIP,
                CorruptUploads.QUARANTINE,
                removals);
    }

    /// An attempt up to a moment.
    ///
    /// @param received how often its message was received, this time included
    record Part(Letter letter, int received, Map<String, Reply> replies, boolean outOfTime) {}

    /// What an attempt does then.
    sealed interface Move {
        /// It makes these calls, side by side.
        record Calls(List<Request> requests) implements Move {}

        /// It has ended.
        record Ended(boolean acknowledged) implements Move {}
    }

    Move play(Part part) {
        return played.computeIfAbsent(part, this::playAgain);
    }

    private Move playAgain(Part part) {
        var outOfTime = part.outOfTime() ? new CancellationSource() : null;
        var script = new Script(part.replies(), outOfTime);
        try {
            var outcome = run(script, part, outOfTime == null ? Cancellation.never() : outOfTime);
            return new Move.Ended(outcome.acknowledged());
        } catch (Script.End end) {
            return new Move.Calls(script.next());
        } catch (InterruptedException cancelled) {
            return new Move.Ended(false);
        }
    }

    private Outcome<Made> run(ObjectStore store, Part part, Cancellation cancellation) throws InterruptedException {
        var job = new ResizeJob(store, images, lanes, memory, new CostModel(images.profile()), settings, NOW);
        var source = part.letter().source(part.received());
        return part.letter().tells() == Act.Kind.DELETED
                ? job.remove(cancellation, source)
                : job.run(cancellation, source);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
