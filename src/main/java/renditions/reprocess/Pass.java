package renditions.reprocess;

import java.time.Duration;
import renditions.batch.Cancellation;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick.Range;

/// One sweep, from the position of the one before to the end of the listings or of the time.
///
/// @param round what is done with the keys of a page or two
record Pass(Round round, Position position, Range range) {
    /// How long before the end of the time a sweep stops and stores where it stands, but not before it has used
    /// three quarters of its time.
    private static final Duration LAST = Duration.ofSeconds(10);

    private static final int PARTS = 4;

    Ending run(Cancellation cancellation) throws Halted {
        var merge = merge();
        long last = Math.min(LAST.toNanos(), cancellation.nanosLeft() / PARTS);
        while (true) {
            var pairs = merge.next(cancellation);
            if (pairs.isEmpty()) {
                position.end(cancellation);
                return new Ending.Finished();
            }
            round.run(cancellation, pairs);
            boolean late = cancellation.nanosLeft() <= last;
            if (!round.dryRun()) {
                position.advance(
                        cancellation, pairs.getLast().key(), round.tally().sent(), late);
            }
            if (late) {
                return new Ending.OutOfTime();
            }
        }
    }

    private Merge merge() {
        var settings = round.sweep().settings();
        var layout = settings.layout();
        var store = round.sweep().store();
        return new Merge(
                new Listing(store, settings.uploads(), "", range.prefix(), position.begin()),
                new Listing(store, layout.bucket(), layout.manifests(), range.prefix(), position.begin()));
    }
}
