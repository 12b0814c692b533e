package renditions.batch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

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

    /// The report of a sealed ledger.
    ///
    /// @param rest the outcome that the seal gave to the items that were not settled
    /// @param heard the item that failed first of those whose failures were heard; a failure that was not heard
    ///     came after all of them
    @SuppressWarnings("ReferenceEquality") // an item's own outcome may equal the seal's
    static <R> Report<R> of(List<Outcome<R>> outcomes, Outcome<R> rest, OptionalInt heard, Deadline deadline) {
        int open = (int) outcomes.stream().filter(outcome -> outcome == rest).count();
        var first = heard.isPresent()
                ? heard
                : IntStream.range(0, outcomes.size())
                        .filter(item -> outcomes.get(item) instanceof Outcome.Failed<?>)
                        .findFirst();
        return new Report<>(outcomes, open, first, deadline);
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
