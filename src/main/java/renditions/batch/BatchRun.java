package renditions.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// One run of a batch. The calling thread decides ([Dispatch]), starts items and waits. Each item runs on a virtual
/// thread ([ItemRun]). The watchdog's thread tells the items to stop.
///
/// The calling thread owes the answer, so it shares no lock with the items: they enter their outcomes in the
/// ledger, put themselves into a queue without locks and wake the thread. A lock could be handed to a virtual
/// thread that waits for a carrier, and the answer would wait with it.
final class BatchRun<T, R> {
    private final Batch<T, R> batch;
    private final Lanes lanes;
    private final NanoClock clock;
    private final Thread caller = Thread.currentThread();
    private final ItemPermits.Turn turn;
    private final CancellationSource cancellation;
    private final Dispatch<R> dispatch; // belongs to the calling thread

    /// The items that have ended and that the calling thread has not looked at yet, in the order of their ends.
    private final Queue<Integer> arrivals = new ConcurrentLinkedQueue<>();

    /// Counts the items that still run or whose listener still runs, and the calling thread.
    private final AtomicInteger alive = new AtomicInteger(1);

    private final Watchdog.Watch watch;

    /// Called by the thread that calls [#run()].
    BatchRun(Batch<T, R> batch, Lanes lanes, Deadline deadline) {
        this.batch = batch;
        this.lanes = lanes;
        clock = lanes.clock();
        turn = lanes.permits().turn();
        cancellation = new CancellationSource(() -> deadline.untilCancel(clock.nanoTime()));
        dispatch = new Dispatch<>(
                batch.items().size(),
                batch.policy(),
                deadline,
                item -> batch.group().apply(batch.items().get(item)),
                costs());
        watch = lanes.watchdog().watch(cancellation);
    }

    Report<R> run() throws InterruptedException {
        try {
            while (true) {
                hear();
                switch (dispatch.next(clock.nanoTime())) {
                    case Dispatch.Step.Enter(long until) -> enter(until);
                    case Dispatch.Step.Wait(long until) -> {
                        turn.leave();
                        await(until);
                    }
                    case Dispatch.Step.Seal(long until) -> {
                        turn.leave();
                        if (alive.get() == 1 || until - clock.nanoTime() <= 0) {
                            return seal();
                        }
                        await(until);
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
        for (var item = arrivals.poll(); item != null; item = arrivals.poll()) {
            dispatch.ended(clock.nanoTime(), item);
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
            await(until);
        }
    }

    /// Starts the item whose turn it is. The permit is given back if there is no such item, or if the caller's
    /// expectation throws.
    private void startNext() {
        boolean taken = false;
        try {
            var item = dispatch.take(clock.nanoTime(), lanes.pixels().backlogNanos());
            if (item.isPresent()) {
                var run = new ItemRun<>(this, item.getAsInt());
                taken = true; // the run owns the permit now
                run.start();
            }
        } finally {
            if (!taken) {
                lanes.permits().release();
            }
        }
    }

    /// Waits until something may have changed; the caller looks again.
    ///
    /// Race with an item that ends: it enters the arrivals first and then wakes this thread; this thread looks at
    /// the arrivals last. Either it sees the item there, or the parking ends at once.
    private void await(long until) throws InterruptedException {
        long nanos = until - clock.nanoTime();
        if (nanos > 0 && arrivals.isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /// Enters the outcome of an item that has ended, and wakes the calling thread.
    ///
    /// @return whether the outcome stands
    boolean ended(int item, Outcome<R> outcome) {
        boolean stands = dispatch.settle(item, outcome);
        arrivals.add(item);
        LockSupport.unpark(caller);
        return stands;
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
            LockSupport.unpark(caller);
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

    private Expectation<Integer> costs() {
        return new Expectation<>() {
            @Override
            public Cost of(Integer item) {
                return batch.costs().of(batch.items().get(item));
            }

            @Override
            public void nothingFits() {
                batch.costs().nothingFits();
            }
        };
    }
}
