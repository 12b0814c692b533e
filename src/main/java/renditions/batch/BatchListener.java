package renditions.batch;

/// Hears how the items of a batch go, for logs and progress. Called on the items' own threads, many at once. The
/// answer waits for it until it is due; what is slower than that hears the rest after the batch's end. What it
/// throws is dropped.
public interface BatchListener<T, R> {
    /// The item's work begins.
    default void started(T item) {}

    /// The item's outcome stands.
    ///
    /// @param effort what it took until then
    default void settled(T item, Outcome<R> outcome, Effort effort) {}
}
