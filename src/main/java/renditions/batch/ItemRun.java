package renditions.batch;

import java.util.Objects;

/// The run of one item of a batch, on a virtual thread of its own. It has room in the lanes and a load on the
/// pixel lane, and gives both back before its outcome is entered, so that a batch that has ended holds none.
///
/// An item may run out of memory, in its work or when that is over. So what it has to say is at hand from the
/// start, and nothing on the way out allocates but what the listener hears.
final class ItemRun<T, R> implements Runnable {
    private static final Outcome.NotFinished<?> UNSPEAKABLE = new Outcome.NotFinished<>(new Reason.TimeOver());

    private final BatchRun<T, R> batchRun;
    private final Batch<T, R> batch;
    private final int number;
    private final T item;
    private final NanoClock clock;
    private final PixelLane.Item admitted;

    /// Takes over the room that the item has, unless it throws.
    ///
    /// @param number of the item in its batch
    ItemRun(BatchRun<T, R> batchRun, int number) {
        this.batchRun = batchRun;
        this.number = number;
        batch = batchRun.batch();
        item = batch.items().get(number);
        clock = batchRun.lanes().clock();
        admitted = batchRun.lanes().pixels().admit(batch.costs().of(item).pixelNanos()); // the last that can throw
    }

    /// Throws nothing.
    void start() {
        batchRun.joined();
        try {
            batchRun.lanes().startOnNetwork(this);
        } catch (Throwable thrown) { // no memory for a thread
            end(ending(thrown), clock.nanoTime());
        }
    }

    @Override
    public void run() {
        long begin = clock.nanoTime();
        tellStart();
        end(outcome(), begin);
    }

    private Outcome<R> outcome() {
        try {
            return Objects.requireNonNull(
                    admitted.call(() -> batch.work().run(batchRun.cancellation(), item)), "the work gave no outcome");
        } catch (Throwable thrown) {
            return ending(thrown);
        }
    }

    // Errors too: an item that ran out of memory or stack says nothing about its neighbours.
    @SuppressWarnings("unchecked")
    private Outcome<R> ending(Throwable thrown) {
        try {
            return thrown instanceof InterruptedException
                            && batchRun.cancellation().isCancelled()
                    ? new Outcome.NotFinished<>(batchRun.whyStopped())
                    : new Outcome.Failed<>(Problem.unexpected(thrown));
        } catch (Throwable again) {
            return (Outcome<R>) UNSPEAKABLE;
        }
    }

    private void end(Outcome<R> outcome, long begin) {
        long nanos = clock.nanoTime() - begin;
        admitted.close();
        batchRun.lanes().room().giveBack();
        if (batchRun.ended(number, outcome)) {
            tellEnd(outcome, nanos);
        }
        batchRun.left();
    }

    private void tellStart() {
        try {
            batch.listener().started(item);
        } catch (Throwable ignored) {
            // A listener is not part of the batch.
        }
    }

    private void tellEnd(Outcome<R> outcome, long nanos) {
        try {
            batch.listener().settled(item, outcome, admitted.effort(nanos));
        } catch (Throwable ignored) {
            // A listener is not part of the batch.
        }
    }
}
