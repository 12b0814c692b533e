package renditions.batch;

import java.util.Objects;

/// The run of one item of a batch, on a virtual thread of its own. It holds a permit and a load on the pixel lane,
/// and gives both back before its outcome is entered, so that a batch that has ended holds none.
final class ItemRun<T, R> implements Runnable {
    private final BatchRun<T, R> batchRun;
    private final Batch<T, R> batch;
    private final int number;
    private final T item;
    private final NanoClock clock;
    private final PixelLane.Item admitted;

    /// Takes over the item's permit, unless the batch's expectation throws.
    ///
    /// @param number the item's place in its batch, from 0 on
    ItemRun(BatchRun<T, R> batchRun, int number) {
        this.batchRun = batchRun;
        this.number = number;
        batch = batchRun.batch();
        item = batch.items().get(number);
        clock = batchRun.lanes().clock();
        admitted = batchRun.lanes().pixels().admit(batch.costs().of(item).pixelNanos());
    }

    /// Starts the item's thread. If no thread can be started, the item fails.
    void start() {
        batchRun.joined();
        try {
            batchRun.lanes().startOnNetwork(this);
        } catch (Throwable thrown) {
            end(ending(thrown), clock.nanoTime());
        }
    }

    @Override
    public void run() {
        long begin = clock.nanoTime();
        tell(() -> batch.listener().started(item));
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

    // Errors too: if one item's stack overflows, the others are not affected.
    private Outcome<R> ending(Throwable thrown) {
        return thrown instanceof InterruptedException && batchRun.cancellation().isCancelled()
                ? new Outcome.NotFinished<>(batchRun.whyStopped())
                : new Outcome.Failed<>(Problem.unexpected(thrown));
    }

    private void end(Outcome<R> outcome, long begin) {
        long nanos = clock.nanoTime() - begin;
        admitted.close();
        batchRun.lanes().permits().release();
        if (batchRun.ended(number, outcome)) {
            tell(() -> batch.listener().settled(item, outcome, admitted.effort(nanos)));
        }
        batchRun.left();
    }

    // What a listener throws must not change the batch.
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (Throwable ignored) {
            // dropped, see BatchListener
        }
    }
}
