package renditions.resize;

import renditions.batch.Cancellation;

/// One step of the work on an upload. It runs on the item's thread, and nothing that it began is running any more
/// when it returns or throws. What it opens for later steps it keeps in the attempt's [Held].
///
/// @param <I> what the step before hands over
/// @param <O> what it hands over itself
interface Step<I, O> {
    /// Does the step.
    ///
    /// @throws InterruptedException if the cancellation comes while it waits for memory
    Progress<O> run(Cancellation cancellation, I input) throws InterruptedException;
}
