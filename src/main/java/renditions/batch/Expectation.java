package renditions.batch;

/// How long items are expected to take.
///
/// @param <T> an item
@FunctionalInterface
public interface Expectation<T> {
    /// The expected cost of an item. Asked whenever the item could start, so it may learn in between. An item that
    /// is not expected to be done in time is not started.
    Cost of(T item);

    /// Called if no item of a batch was begun, because none is expected to be done in the batch's whole time. What
    /// was learned may be wrong, and while nothing is begun no measurement corrects it. Called once in a batch,
    /// before the costs of its items are asked for the last time.
    default void nothingFits() {}
}
