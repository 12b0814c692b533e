package renditions.batch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The result of a batch.
///
/// @param outcomes one for each item, in their order
/// @param stillRunning how many items' work had not returned at the seal; none of it can change the answer
/// @param firstFailure the item that failed first
/// @param deadline the deadline that held in the end: if a failure stopped the batch, that was its cancel moment
public record Report<R>(List<Outcome<R>> outcomes, int stillRunning, OptionalInt firstFailure, Deadline deadline) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }

    /// All items that are not acknowledged, as one exception; empty if there are none.
    ///
    /// @param words describes a reason for people
    public Optional<BatchFailure> failure(Function<Reason, String> words) {
        return outcomes.stream().allMatch(Outcome::acknowledged)
                ? Optional.empty()
                : Optional.of(BatchFailure.of(this, words));
    }
}
