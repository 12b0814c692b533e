package renditions.batch;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// A batch: its items, the work on each, and what a failure means for the others. Immutable; every method that sets
/// something returns a new batch.
///
/// ```
/// Report<Made> report = Batch.of(items, work).policy(FailurePolicy.ORDERED).groupedBy(Item::group).run(lanes,
/// deadline);
/// ```
///
/// @param items the items, which start in this order unless time is short
/// @param work the work on each item
/// @param policy what a failure means for the other items
/// @param group an item's group, compared by equality; asked only if the policy keeps an order
/// @param turn whether it is an item's turn: then it starts before the others, whatever its expected cost
/// @param costs how long the items are expected to take
/// @param listener is told when items start and end
/// @param <T> an item
/// @param <R> the result of finished work
public record Batch<T, R>(
        List<T> items,
        Work<? super T, R> work,
        FailurePolicy policy,
        Function<? super T, ?> group,
        Predicate<? super T> turn,
        Expectation<? super T> costs,
        BatchListener<? super T, R> listener) {
    public Batch {
        items = List.copyOf(items);
    }

    /// A batch with the policy COLLECT, in which it is no item's turn, without expected costs and without a
    /// listener.
    public static <T, R> Batch<T, R> of(List<T> items, Work<? super T, R> work) {
        return new Batch<>(
                items, work, FailurePolicy.COLLECT, _ -> true, _ -> false, _ -> Cost.NONE, new BatchListener<>() {});
    }

    public Batch<T, R> policy(FailurePolicy chosen) {
        return new Batch<>(items, work, chosen, group, turn, costs, listener);
    }

    public Batch<T, R> groupedBy(Function<? super T, ?> groups) {
        return new Batch<>(items, work, policy, groups, turn, costs, listener);
    }

    public Batch<T, R> preferring(Predicate<? super T> turns) {
        return new Batch<>(items, work, policy, group, turns, costs, listener);
    }

    public Batch<T, R> expecting(Expectation<? super T> expected) {
        return new Batch<>(items, work, policy, group, turn, expected, listener);
    }

    public Batch<T, R> heardBy(BatchListener<? super T, R> hearer) {
        return new Batch<>(items, work, policy, group, turn, costs, hearer);
    }

    /// Works on all items, and returns when every item is settled or when the answer is due. Work that cannot be
    /// stopped may go on after that: it keeps its permit and its cancellation, and does not change the report.
    ///
    /// @throws InterruptedException when the calling thread is interrupted; everything that runs was told to stop
    public Report<R> run(Lanes lanes, Deadline deadline) throws InterruptedException {
        return new BatchRun<>(this, lanes, deadline).run();
    }

    /// Runs tasks side by side, and returns when all have ended, also if some failed, or when the answer is due.
    /// For clean-up and warming, where tasks exchange nothing.
    ///
    /// @return whether each task was done
    public static Report<Runnable> awaitAll(Lanes lanes, Deadline deadline, List<Runnable> tasks)
            throws InterruptedException {
        Work<Runnable, Runnable> work = (_, task) -> {
            task.run();
            return new Outcome.Done<>(task);
        };
        return of(tasks, work).run(lanes, deadline);
    }
}
