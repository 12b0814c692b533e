package renditions.batch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// What became of a batch.
///
/// @param outcomes one for each item, in their order
/// @param stillRunning how many items' work had not returned when the answer was sealed; none of it can change the
///     answer
/// @param firstFailure the item that failed first
/// @param deadline what held in the end: where a failure stopped the batch, that was its cancel moment
public record Report<R>(List<Outcome<R>> outcomes, int stillRunning, OptionalInt firstFailure, Deadline deadline) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }

    /// All that is not acknowledged, as one exception; empty where everything is.
    ///
    /// @param words for people, of a reason
    public Optional<BatchFailure> failure(Function<Reason, String> words) {
        return outcomes.stream().allMatch(Outcome::acknowledged)
                ? Optional.empty()
                : Optional.of(BatchFailure.of(this, words));
    }
}
