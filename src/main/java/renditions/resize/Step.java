package renditions.resize;

import renditions.batch.Cancellation;

/// One step of the work on an upload. It runs on the item's thread, and nothing that it began is still running when
/// it returns or throws. It keeps what it opens for later steps in the attempt's [Held].
///
/// @param <I> the input, which the step before hands over
/// @param <O> the output, which it hands to the next step
interface Step<I, O> {
    /// Does the step.
    ///
    /// @throws InterruptedException if the cancellation comes while it waits for memory
    Progress<O> run(Cancellation cancellation, I input) throws InterruptedException;
}
