package renditions.telemetry;

import java.util.List;
import renditions.batch.Outcome;
import renditions.event.SqsBatch;

/// How an invocation ends.
public sealed interface Ending {
    /// With a reply.
    ///
    /// @param entries an outcome for each of [SqsBatch#entries()], as the reply was made from
    /// @param items an outcome for each item: an upload that came twice is one
    /// @param stillRunning how many items' work goes on beside the answer
    record Answered(
            SqsBatch batch,
            List<? extends Outcome<?>> entries,
            List<? extends Outcome<?>> items,
            int stillRunning,
            Seal seal)
            implements Ending {
        public Answered {
            entries = List.copyOf(entries);
            items = List.copyOf(items);
        }
    }

    /// With an exception: nothing is acknowledged, and everything comes again.
    ///
    /// @param thrown is thrown on to Lambda
    record Failed(Throwable thrown) implements Ending {}

    /// When the ledger was sealed.
    ///
    /// @param margin nanoseconds from there to the end of the invocation's time, negative when it was over
    /// @param overdue nanoseconds from when it was due to when it was done, negative when it was early; what was
    ///     due before the invocation began was due when it began
    record Seal(long margin, long overdue) {
        /// How late is late: to wake up at a moment and to seal takes a little, also on time.
        private static final long LATE_NANOS = 20_000_000;

        /// Whether the seal took from the time that is kept back for the answer.
        public boolean late() {
            return overdue > LATE_NANOS;
        }
    }
}
