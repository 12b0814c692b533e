package renditions.telemetry;

import java.util.List;
import renditions.batch.Outcome;
import renditions.event.DeliveryOutcome;
import renditions.event.DistinctItems;

/// How an invocation ends.
public sealed interface Ending {
    /// With a reply.
    ///
    /// @param items what was worked on
    /// @param outcomes one for each item
    /// @param stillRunning how many items' work goes on beside the answer
    record Answered(DistinctItems items, List<? extends Outcome<?>> outcomes, int stillRunning, Seal seal)
            implements Ending {
        public Answered {
            outcomes = List.copyOf(outcomes);
        }

        /// How each delivery ended, which the reply was made from.
        public List<DeliveryOutcome> deliveries() {
            return DeliveryOutcome.of(items.invocation(), items.spread(outcomes));
        }
    }

    /// With an exception: nothing is acknowledged.
    ///
    /// @param thrown is thrown on to Lambda
    record Failed(Throwable thrown) implements Ending {}

    /// When the ledger was sealed.
    ///
    /// @param margin nanoseconds from there to the end of the invocation's time, negative when it was over
    /// @param overdue nanoseconds from when it was due to when it was done, negative when it was early; what was
    ///     due before the invocation began was due when it began
    record Seal(long margin, long overdue) {
        /// From here on a seal is late: to wake up at a moment and to seal takes a little, also on time.
        private static final long LATE_NANOS = 20_000_000;

        /// Whether the seal took from the time that is kept back for the answer.
        public boolean late() {
            return overdue > LATE_NANOS;
        }
    }
}
