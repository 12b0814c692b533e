package renditions.batch;

/// Is told when the items of a batch start and end, for logs and progress. Called on the items' own threads, by
/// many at once. The answer waits for the listener until it is due; a slower listener hears the rest after the
/// batch's end. What it throws is dropped.
public interface BatchListener<T, R> {
    /// Called when the item's work begins; twice if the item is put back, see [Lanes#canWait].
    default void started(T item) {}

    /// Called when the item's outcome is settled.
    ///
    /// @param effort what it took until then
    default void settled(T item, Outcome<R> outcome, Effort effort) {}
}
