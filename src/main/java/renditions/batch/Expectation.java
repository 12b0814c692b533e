package renditions.batch;

/// How long items are expected to take.
///
/// @param <T> an item
@FunctionalInterface
public interface Expectation<T> {
    /// What an item is expected to take. Asked whenever it could start, so it may learn in between. One that is
    /// not expected to be done in time is not started.
    Cost of(T item);

    /// Nothing of a batch was begun, because nothing of it is expected to be done in all its time. What was learned
    /// may be wrong, and as long as nothing is begun no measurement puts it right. Told once in a batch, before
    /// its items are asked for a last time.
    default void nothingFits() {}
}
