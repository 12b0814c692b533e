package renditions.batch;

import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One run of a batch. The calling thread starts items and waits; each item runs on a virtual thread; the
/// watchdog's thread tells them to stop; the [Dispatch] decides.
final class BatchRun<T, R> {
    private static final Outcome.NotFinished<?> UNSPEAKABLE =
            new Outcome.NotFinished<>("it failed, and there was no memory left to say how");

    private final Batch<T, R> batch;
    private final Lanes lanes;
    private final Deadline deadline;
    private final NanoClock clock;
    private final CancellationSource cancellation;
    private final Watchdog.Watch watch;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Dispatch<R> dispatch; // guarded by lock

    /// The items whose work has not returned, and the calling thread while it starts and waits; guarded by lock.
    private int alive = 1;

    /// Outcomes that stand and that the listener is just hearing of; guarded by lock.
    private int untold;

    BatchRun(Batch<T, R> batch, Lanes lanes, Deadline deadline) {
        this.batch = batch;
        this.lanes = lanes;
        this.deadline = deadline;
        clock = lanes.clock();
        cancellation = new CancellationSource(() -> deadline.untilCancel(clock.nanoTime()));
        dispatch = new Dispatch<>(
                batch.items().size(),
                batch.policy(),
                deadline,
                item -> batch.group().apply(batch.items().get(item)),
                costs());
        watch = lanes.watchdog().watch(cancellation, deadline.untilCancel(clock.nanoTime()));
    }

    Report<R> run() throws InterruptedException {
        lock.lock(); // an interrupt is met where it waits, so that the watch is closed
        try {
            while (true) {
                switch (dispatch.next(clock.nanoTime())) {
                    case Dispatch.Step.Enter(long until) -> enter(until);
                    case Dispatch.Step.Wait(long until) -> await(until);
                    case Dispatch.Step.Seal _ -> {
                        if (untold == 0 || deadline.untilSeal(clock.nanoTime()) <= 0) {
                            return seal();
                        }
                        await(deadline.sealAt());
                    }
                }
            }
        } catch (Throwable thrown) { // the interrupt, or a bug: nothing is acknowledged, so nothing may go on
            watch.bite();
            throw thrown;
        } finally {
            leave();
            lock.unlock();
        }
    }

    /// The fence. Where anything is still running, the word to stop is given before the ledger is sealed: whatever
    /// asks its cancellation before it publishes has asked too late, or finds that it must not.
    private Report<R> seal() {
        if (alive > 1) {
            watch.bite();
        }
        return dispatch.seal();
    }

    // The lock is given up meanwhile, so that items can end.
    private void enter(long until) throws InterruptedException {
        lock.unlock();
        boolean room;
        try {
            room = lanes.enter(until - clock.nanoTime());
        } finally {
            lock.lock();
        }
        if (room) {
            startNext();
        }
    }

    /// Starts the item whose turn it is. The room goes back where there is none, or where the caller's expectation
    /// throws.
    private void startNext() {
        boolean taken = false;
        try {
            var item = dispatch.take(clock.nanoTime(), lanes.pixels().backlogNanos());
            item.ifPresent(this::start);
            taken = item.isPresent();
        } finally {
            if (!taken) {
                lanes.leave();
            }
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's: it asks what is to be done now
    private void await(long until) throws InterruptedException {
        long nanos = until - clock.nanoTime();
        if (nanos > 0) {
            changed.awaitNanos(nanos);
        }
    }

    private void start(int item) {
        var admitted = lanes.pixels().admit(cost(item).pixelNanos());
        alive++;
        try {
            lanes.network().execute(() -> execute(item, admitted));
        } catch (Throwable thrown) { // no memory for a thread
            ended(item, admitted, failed(thrown), () -> {});
        }
    }

    private void execute(int item, PixelLane.Item admitted) {
        long begin = clock.nanoTime();
        var subject = batch.items().get(item);
        tell(() -> batch.listener().started(subject));
        var outcome = outcome(subject, admitted);
        var effort = admitted.effort(clock.nanoTime() - begin);
        ended(item, admitted, outcome, () -> batch.listener().settled(subject, outcome, effort));
    }

    /// Room and load are given back before the outcome is entered, so that a batch that has ended holds none.
    private void ended(int item, PixelLane.Item admitted, Outcome<R> outcome, Runnable news) {
        admitted.close();
        lanes.leave();
        try {
            if (enter(item, outcome)) {
                tell(news); // not under the lock: the answer must not wait for a listener
            }
        } finally {
            told();
        }
    }

    private boolean enter(int item, Outcome<R> outcome) {
        lock.lock();
        try {
            untold++;
            boolean stands = dispatch.ended(clock.nanoTime(), item, outcome);
            if (dispatch.isStopped()) {
                watch.bite();
            }
            changed.signal();
            return stands;
        } finally {
            lock.unlock();
        }
    }

    private void told() {
        lock.lock();
        try {
            untold--;
            leave();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private Outcome<R> outcome(T item, PixelLane.Item admitted) {
        try {
            return Objects.requireNonNull(
                    admitted.call(() -> batch.work().run(cancellation, item)), "the work gave no outcome");
        } catch (InterruptedException interrupted) {
            return new Outcome.NotFinished<>("stopped when the time was over");
        } catch (Throwable thrown) {
            return failed(thrown);
        }
    }

    private Expectation<Integer> costs() {
        return new Expectation<>() {
            @Override
            public Cost of(Integer item) {
                return cost(item);
            }

            @Override
            public void nothingFits() {
                batch.costs().nothingFits();
            }
        };
    }

    private Cost cost(int item) {
        return batch.costs().of(batch.items().get(item));
    }

    // The last one to leave, an item or the calling thread, ends the watch: as long as anything runs it is told to
    // stop again.
    private void leave() {
        if (--alive == 0) {
            watch.close();
        }
    }

    // Errors too: an item that ran out of memory or stack says nothing about its neighbours.
    @SuppressWarnings("unchecked")
    private static <R> Outcome<R> failed(Throwable thrown) {
        try {
            return new Outcome.Failed<>(Problem.unexpected(thrown));
        } catch (Throwable again) {
            return (Outcome<R>) UNSPEAKABLE;
        }
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (Throwable ignored) {
            // A listener is not part of the batch.
        }
    }
}
