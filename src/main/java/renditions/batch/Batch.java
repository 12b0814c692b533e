package renditions.batch;

import java.util.List;
import java.util.function.Function;

/// A batch: its items, what is done with each, and what their failures mean for each other. Immutable; every
/// method that sets something gives a new one.
///
/// ```
/// Report<Made> report = Batch.of(items, work).policy(FailurePolicy.ORDERED).groupedBy(Item::group).run(lanes,
/// deadline);
/// ```
///
/// @param items what is worked on, in this order where nothing speaks against it
/// @param work what is done with each
/// @param policy what a failure means for the others
/// @param group an item's group, compared by equality; asked only where the policy keeps an order
/// @param costs how long the items are expected to take
/// @param listener hears how the items go
/// @param <T> an item
/// @param <R> what finished work gives
public record Batch<T, R>(
        List<T> items,
        Work<? super T, R> work,
        FailurePolicy policy,
        Function<? super T, ?> group,
        Expectation<? super T> costs,
        BatchListener<? super T, R> listener) {
    public Batch {
        items = List.copyOf(items);
    }

    /// A batch whose items do not depend on each other, of which nothing is expected, and to which nobody listens.
    public static <T, R> Batch<T, R> of(List<T> items, Work<? super T, R> work) {
        return new Batch<>(items, work, FailurePolicy.COLLECT, _ -> true, _ -> Cost.NONE, new BatchListener<>() {});
    }

    public Batch<T, R> policy(FailurePolicy chosen) {
        return new Batch<>(items, work, chosen, group, costs, listener);
    }

    public Batch<T, R> groupedBy(Function<? super T, ?> groups) {
        return new Batch<>(items, work, policy, groups, costs, listener);
    }

    public Batch<T, R> expecting(Expectation<? super T> expected) {
        return new Batch<>(items, work, policy, group, expected, listener);
    }

    public Batch<T, R> heardBy(BatchListener<? super T, R> hearer) {
        return new Batch<>(items, work, policy, group, costs, hearer);
    }

    /// Works on all items and returns when every one is settled, or when the answer is due. Work that cannot be
    /// stopped may go on after that: it keeps its permit and its cancellation, and changes nothing.
    ///
    /// @throws InterruptedException when the calling thread is interrupted; everything that runs was told to stop
    public Report<R> run(Lanes lanes, Deadline deadline) throws InterruptedException {
        return new BatchRun<>(this, lanes, deadline).run();
    }

    /// Runs tasks side by side and returns when every one has ended, whatever became of the others, or when the
    /// answer is due: for clean-up and warming, where nothing is exchanged.
    ///
    /// @return of each task whether it was done
    public static Report<Runnable> awaitAll(Lanes lanes, Deadline deadline, List<Runnable> tasks)
            throws InterruptedException {
        Work<Runnable, Runnable> work = (_, task) -> {
            task.run();
            return new Outcome.Done<>(task);
        };
        return of(tasks, work).run(lanes, deadline);
    }
}
