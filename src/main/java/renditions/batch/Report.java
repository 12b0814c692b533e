package renditions.batch;

import java.util.List;

/// What became of a batch.
///
/// @param outcomes one for each item, in their order
/// @param stillRunning how many items' work had not returned when the answer was sealed; none of it can change the
///     answer
public record Report<R>(List<Outcome<R>> outcomes, int stillRunning) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }
}
