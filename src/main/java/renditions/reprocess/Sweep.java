package renditions.reprocess;

import java.time.InstantSource;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Sha256;
import renditions.queue.MessageQueue;
import renditions.queue.MessageQueue.Depth;
import renditions.queue.QueueProblem;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick.Range;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;

/// Looks at all uploads of a range, in one pass over two listings, and announces those that something may be wrong
/// with. Sweeps of one range that run side by side do no harm: a message that is sent twice costs a look.
///
/// Safe for use by many threads.
///
/// @param clock tells when settings were noticed, and dates messages
public record Sweep(ObjectStore store, MessageQueue queue, Lanes lanes, SweepSettings settings, InstantSource clock) {
    /// How many messages may be in the queue when a sweep begins. What is missing may be among them, and a sweep
    /// that adds to a long queue only makes it longer.
    static final long MOST_WAITING = 1_000;

    /// Sweeps until the end of the listings or of the time.
    ///
    /// @param tick the id of this invocation
    /// @param range lies within the settings, see [SweepSettings#within]
    /// @param dryRun whether everything is only counted, from the first key on
    public SweepReport run(Cancellation cancellation, String tick, Range range, boolean dryRun) {
        var tally = new Tally();
        try {
            if (!dryRun) {
                awaitTurn(cancellation);
            }
            var marker = new Marker(memo("settings"), settings.digest(), clock);
            var inspection = new Inspection(settings, marker.since(cancellation, dryRun), range.verify());
            var place = memo(place(range));
            var position = dryRun ? Position.first(place, tick) : Position.read(cancellation, place, tick);
            var pass = new Pass(new Round(this, inspection, tally, dryRun), position, range);
            return tally.report(pass.run(cancellation));
        } catch (Halted halted) {
            return tally.report(halted.ending());
        }
    }

    private void awaitTurn(Cancellation cancellation) throws Halted {
        switch (queue.depth(cancellation)) {
            case Depth.Messages(long count) when count > MOST_WAITING -> throw new Halted(new Ending.Waiting(count));
            case Depth.Messages _ -> {}
            case QueueProblem problem -> throw new Halted(SweepReport.ending(problem));
        }
    }

    /// Sweeps of different ranges do not know of each other.
    private static String place(Range range) {
        return "position-" + Sha256.nameOf(Boolean.toString(range.verify()), range.prefix());
    }

    private Memo memo(String name) {
        return new Memo(store, new ObjectId(settings.layout().bucket(), settings.state() + name + ".json"));
    }
}
