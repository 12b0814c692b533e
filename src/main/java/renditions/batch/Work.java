package renditions.batch;

/// The work on one item.
///
/// @param <T> an item
/// @param <R> the result of finished work
@FunctionalInterface
public interface Work<T, R> {
    /// Works on one item, on a virtual thread of its own. Ends soon after the cancellation.
    ///
    /// @return the item's outcome; [Outcome.Done] only if everything is durable; [Outcome.NotStarted] with
    ///     [Reason.TooLong] to be run again later, see [Lanes#canWait]
    /// @throws InterruptedException if it was interrupted while it waited; a cancellation interrupts waiting work
    /// @throws Exception anything: it fails this item and no other
    Outcome<R> run(Cancellation cancellation, T item) throws Exception;
}
