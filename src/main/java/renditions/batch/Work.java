package renditions.batch;

/// What is to be done with one item.
///
/// @param <T> an item
/// @param <R> what finished work gives
@FunctionalInterface
public interface Work<T, R> {
    /// Works on one item, on a virtual thread of its own. Ends soon after the cancellation.
    ///
    /// @return how it ended; [Outcome.Done] only when everything is durable
    /// @throws InterruptedException when it was interrupted while it waited, which is how a cancellation reaches
    ///     it there
    /// @throws Exception anything: it fails this item and no other
    Outcome<R> run(Cancellation cancellation, T item) throws Exception;
}
