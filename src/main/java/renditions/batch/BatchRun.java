package renditions.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// One run of a batch. The calling thread decides ([Dispatch]), starts items and waits ([Inbox]). Each item
/// runs on a virtual thread ([ItemRun]). The watchdog's thread tells the items to stop.
///
/// The calling thread owes the answer, so it shares no lock with the items: they enter their outcomes in the
/// ledger and leave word in the inbox.
final class BatchRun<T, R> {
    private final Batch<T, R> batch;
    private final Lanes lanes;
    private final NanoClock clock;
    private final Inbox inbox;
    private final ItemPermits.Turn turn;
    private final CancellationSource cancellation;
    private final Dispatch<R> dispatch; // belongs to the calling thread

    /// Counts the items that still run or whose listener still runs, and the calling thread.
    private final AtomicInteger alive = new AtomicInteger(1);

    private final Watchdog.Watch watch;

    /// Called by the thread that calls [#run()].
    BatchRun(Batch<T, R> batch, Lanes lanes, Deadline deadline) {
        this.batch = batch;
        this.lanes = lanes;
        clock = lanes.clock();
        inbox = new Inbox(clock);
        turn = lanes.permits().turn();
        cancellation = new CancellationSource(() -> deadline.untilCancel(clock.nanoTime()));
        var items = batch.items();
        dispatch = new Dispatch<>(
                items.size(),
                batch.policy(),
                deadline,
                order(batch),
                item -> batch.costs().of(items.get(item)));
        watch = lanes.watchdog().watch(cancellation);
    }

    private static <T> Order order(Batch<T, ?> batch) {
        var items = batch.items();
        IntFunction<Object> group =
                batch.policy() == FailurePolicy.ORDERED ? item -> batch.group().apply(items.get(item)) : item -> item;
        IntPredicate first = item -> batch.turn().test(items.get(item));
        return new Order(items.size(), group, first);
    }

    Report<R> run() throws InterruptedException {
        try {
            while (true) {
                hear();
                switch (dispatch.next(clock.nanoTime())) {
                    case Move.Enter(long until) -> enter(until);
                    case Move.Wait(long until) -> {
                        turn.leave();
                        inbox.await(until);
                    }
                    case Move.Seal(long until) -> {
                        turn.leave();
                        if (alive.get() == 1 || until - clock.nanoTime() <= 0) {
                            return seal();
                        }
                        inbox.await(until);
                    }
                }
            }
        } catch (Throwable thrown) { // the interrupt, or a bug: nothing is acknowledged, so the work must stop
            watch.bite();
            throw thrown;
        } finally {
            turn.leave();
            left();
        }
    }

    private void hear() {
        for (var news = inbox.poll(); news != null; news = inbox.poll()) {
            switch (news) {
                case News.Ended(int item) -> dispatch.ended(clock.nanoTime(), item);
                case News.PutBack(int item, var why) -> dispatch.putBack(item, why);
                case News.Predicted _ -> dispatch.reconsider();
            }
        }
        if (dispatch.isOver(clock.nanoTime()) && !cancellation.isCancelled()) {
            watch.bite();
        }
    }

    /// The fence. If anything still runs, it is cancelled before the ledger is sealed: work that asks its
    /// cancellation before it publishes either asked before that, or finds that it must not publish.
    private Report<R> seal() {
        if (alive.get() > 1) {
            watch.bite();
        }
        return dispatch.seal();
    }

    private void enter(long until) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (turn.take()) {
            startNext();
        } else {
            inbox.await(until);
        }
    }

    /// Starts the item whose turn it is. The permit is given back if there is no such item, or if the caller's
    /// expectation throws.
    private void startNext() {
        boolean taken = false;
        try {
            long backlog = lanes.pixels().backlogNanos(cancellation.nanosLeft());
            var start = dispatch.take(clock.nanoTime(), backlog);
            if (start.isPresent()) {
                var run = new ItemRun<>(this, start.get());
                taken = true; // the run owns the permit now
                run.start();
            }
        } finally {
            if (!taken) {
                lanes.permits().release();
            }
        }
    }

    /// Enters the outcome of an item that has ended, and tells the calling thread.
    ///
    /// @return whether the outcome stands
    boolean ended(int item, Outcome<R> outcome) {
        boolean stands = dispatch.settle(item, outcome);
        inbox.add(new News.Ended(item));
        return stands;
    }

    /// Tells the calling thread. For every thread.
    void tell(News news) {
        inbox.add(news);
    }

    /// Whether at most one item runs.
    boolean runsOne() {
        return alive.get() <= 2;
    }

    /// Counts one more, who leaves with [#left()].
    void joined() {
        alive.incrementAndGet();
    }

    /// Counts one less. The last one to leave, an item or the calling thread, ends the watch, because anything that
    /// still runs must be told to stop again and again. The calling thread may be waiting for the last but one.
    void left() {
        if (alive.decrementAndGet() == 0) {
            watch.close();
        } else {
            inbox.wake();
        }
    }

    Batch<T, R> batch() {
        return batch;
    }

    Lanes lanes() {
        return lanes;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Reason whyStopped() {
        return dispatch.whyStopped();
    }
}
