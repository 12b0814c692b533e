package renditions.batch;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs the items of one batch and answers on time: every outcome is gathered, a failure of any kind stays with
/// its item, and what is not done when the time is over is reported as such.
///
/// One object for one batch. The calling thread admits the items and waits; each item runs on a virtual thread;
/// the watchdog's thread tells them to stop.
public final class Batch<T, R> {
    private static final Outcome.NotFinished<?> UNSPEAKABLE =
            new Outcome.NotFinished<>("it failed, and there was no memory left to say how");

    private final Lanes lanes;
    private final NanoClock clock;
    private final Deadline deadline;
    private final List<T> items;
    private final Work<? super T, R> work;
    private final BatchListener<? super T, R> listener;

    private final Ledger<R> ledger;
    private final CountDownLatch unsettled;
    private final CancellationSource cancellation = new CancellationSource();
    /// The items whose work has not returned, and the calling thread while it admits and waits.
    private final AtomicInteger alive = new AtomicInteger(1);

    private Batch(
            Lanes lanes,
            NanoClock clock,
            Deadline deadline,
            List<T> items,
            Work<? super T, R> work,
            BatchListener<? super T, R> listener) {
        this.lanes = lanes;
        this.clock = clock;
        this.deadline = deadline;
        this.items = List.copyOf(items);
        this.work = work;
        this.listener = listener;
        ledger = new Ledger<>(items.size());
        unsettled = new CountDownLatch(items.size());
    }

    /// Works on all items and returns when every one is settled, or when the answer is due. Work that cannot be
    /// stopped may go on after that: it keeps its room in the lanes and its cancellation, and changes nothing.
    ///
    /// @throws InterruptedException when the calling thread is interrupted; everything that runs was told to stop
    public static <T, R> Report<R> run(
            Lanes lanes,
            NanoClock clock,
            Deadline deadline,
            List<T> items,
            Work<? super T, R> work,
            BatchListener<? super T, R> listener)
            throws InterruptedException {
        return new Batch<>(lanes, clock, deadline, items, work, listener).run();
    }

    private Report<R> run() throws InterruptedException {
        var watch = lanes.watchdog().watch(cancellation, deadline.untilCancel(clock.nanoTime()));
        try {
            admit(watch);
            unsettled.await(deadline.untilSeal(clock.nanoTime()), TimeUnit.NANOSECONDS);
            return new Report<>(ledger.seal("not done when the answer was due"), alive.get() - 1);
        } finally {
            if (unsettled.getCount() > 0) {
                watch.bite();
            }
            end(watch);
        }
    }

    private void admit(Watchdog.Watch watch) throws InterruptedException {
        for (int item = 0; item < items.size(); item++) {
            long left = deadline.untilCancel(clock.nanoTime());
            if (left > 0 && lanes.enter(left)) {
                start(item, watch);
            } else {
                settle(item, new Outcome.NotStarted<>("no time was left to begin it"));
            }
        }
    }

    private void start(int item, Watchdog.Watch watch) {
        alive.incrementAndGet();
        try {
            lanes.network().execute(() -> execute(item, watch));
        } catch (Throwable thrown) { // no memory for a thread
            lanes.leave();
            settle(item, failed(thrown));
            end(watch);
        }
    }

    private void execute(int item, Watchdog.Watch watch) {
        long begin = clock.nanoTime();
        tell(() -> listener.started(items.get(item)));
        var outcome = outcome(items.get(item));
        lanes.leave(); // before it is settled, so that a batch that has ended holds no room
        end(watch);
        if (ledger.settle(item, outcome)) {
            tell(() -> listener.settled(items.get(item), outcome, clock.nanoTime() - begin));
            unsettled.countDown();
        }
    }

    private Outcome<R> outcome(T item) {
        try {
            return work.run(cancellation, item);
        } catch (InterruptedException interrupted) {
            return new Outcome.NotFinished<>("stopped when the time was over");
        } catch (Throwable thrown) {
            return failed(thrown);
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

    private void settle(int item, Outcome<R> outcome) {
        if (ledger.settle(item, outcome)) {
            unsettled.countDown();
        }
    }

    // The last one to leave, an item or the calling thread, ends the watch: as long as anything runs it is told to stop
    // again.
    private void end(Watchdog.Watch watch) {
        if (alive.decrementAndGet() == 0) {
            watch.close();
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
