package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Made;

/// The progress of the work on an upload: it goes on, or it ends here.
///
/// @param <T> the input of the next step
sealed interface Progress<T> {
    /// The work goes on with this value.
    record Next<T>(T value) implements Progress<T> {}

    /// The work ends with this outcome.
    record End<T>(Outcome<Made> outcome) implements Progress<T> {}

    /// It begins again with a look-up, for another attempt has committed meanwhile or the upload was replaced.
    ///
    /// @param task what is to be done then
    record Again<T>(Task task) implements Progress<T> {}

    /// Runs the next step, unless the work has ended or the cancellation has come.
    default <O> Progress<O> then(Cancellation cancellation, Step<T, O> step) throws InterruptedException {
        return switch (this) {
            case Next<T>(var value) ->
                cancellation.isCancelled() ? new End<>(Failures.stopped()) : step.run(cancellation, value);
            case End<T>(var outcome) -> new End<>(outcome);
            case Again<T>(var task) -> new Again<>(task);
        };
    }
}
