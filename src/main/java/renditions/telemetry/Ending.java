package renditions.telemetry;

import java.util.List;
import java.util.Optional;
import renditions.batch.BatchFailure;
import renditions.batch.Outcome;
import renditions.event.DeliveryOutcome;
import renditions.event.DistinctItems;

/// How an invocation ends.
public sealed interface Ending {
    /// The invocation ends with a reply, or with the exception that tells its source the same.
    ///
    /// @param items the items of the invocation
    /// @param outcomes one for each item
    /// @param stillRunning how many items' work outlasts the answer
    /// @param thrown the exception, if the source takes no reply and must hand the event over again
    record Answered(
            DistinctItems items,
            List<? extends Outcome<?>> outcomes,
            int stillRunning,
            Seal seal,
            Optional<BatchFailure> thrown)
            implements Ending {
        public Answered {
            outcomes = List.copyOf(outcomes);
        }

        /// The outcomes of each delivery, from which the reply was made.
        public List<DeliveryOutcome> deliveries() {
            return DeliveryOutcome.of(items.invocation(), items.spread(outcomes));
        }
    }

    /// The invocation ends with an exception; nothing is acknowledged.
    ///
    /// @param thrown the exception that Lambda gets
    record Failed(Throwable thrown) implements Ending {}

    /// The time of the ledger's seal.
    ///
    /// @param margin nanoseconds from the seal to the end of the invocation's time, negative if it was over
    /// @param overdue nanoseconds by which the seal was late, negative if it was early; a seal that was due before
    ///     the invocation began counts as due at its beginning
    record Seal(long margin, long overdue) {
        /// The allowance, in nanoseconds: to wake up at a moment and to seal takes a little.
        private static final long LATE_NANOS = 20_000_000;

        /// Whether the seal was so late that it took from the reserve.
        public boolean late() {
            return overdue > LATE_NANOS;
        }
    }
}
