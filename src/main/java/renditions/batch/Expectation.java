package renditions.batch;

/// The expected cost of items. It decides their order and what does not start beside other work. It prevents no
/// attempt, so it may be wrong.
///
/// @param <T> an item
@FunctionalInterface
public interface Expectation<T> {
    /// The expected cost of an item. It is asked for whenever the item could start, so it may change in
    /// between. Must not block, because the thread that owes the answer asks.
    Cost of(T item);
}
