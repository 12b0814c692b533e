package renditions.batch;

import java.util.Objects;

/// The run of one item of a batch, on a virtual thread of its own. It holds a permit and a load on the pixel lane,
/// and gives both back before its outcome is entered, so that a batch that has ended holds none.
final class ItemRun<T, R> implements Runnable {
    /// The item that the calling thread works on.
    private static final ScopedValue<ItemRun<?, ?>> CURRENT = ScopedValue.newInstance();

    private final BatchRun<T, R> batchRun;
    private final Batch<T, R> batch;
    private final Dispatch.Start start;
    private final T item;
    private final NanoClock clock;
    private final PixelLane.Item admitted;

    /// Takes over the item's permit, unless the batch's expectation throws.
    ItemRun(BatchRun<T, R> batchRun, Dispatch.Start start) {
        this.batchRun = batchRun;
        this.start = start;
        batch = batchRun.batch();
        item = batch.items().get(start.item());
        clock = batchRun.lanes().clock();
        admitted = batchRun.lanes().pixels().admit(batch.costs().of(item).pixelNanos(), batchRun.cancellation());
    }

    /// Tells the batch of the calling thread's item that its prediction has changed: others may fit beside it.
    static void predicted() {
        if (CURRENT.isBound()) {
            CURRENT.get().batchRun.tell(new News.Predicted());
        }
    }

    /// Whether the calling thread's item can be put back: others of its batch run, and it was not started
    /// regardless of its cost.
    static boolean canWait() {
        return CURRENT.isBound() && CURRENT.get().waits();
    }

    private boolean waits() {
        return !start.regardless() && !batchRun.runsOne();
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
                    ScopedValue.where(CURRENT, this).call(this::work), "the work gave no outcome");
        } catch (Throwable thrown) {
            return ending(thrown);
        }
    }

    private Outcome<R> work() throws Exception {
        return admitted.call(() -> batch.work().run(batchRun.cancellation(), item));
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
        if (outcome instanceof Outcome.NotStarted<R>(Reason.TooLong why) && mayBePutBack()) {
            batchRun.tell(new News.PutBack(start.item(), why));
        } else if (batchRun.ended(start.item(), outcome)) {
            tell(() -> batch.listener().settled(item, outcome, admitted.effort(nanos)));
        }
        batchRun.left();
    }

    // An item is put back once: then it is started regardless. After the cancellation it would be too late.
    private boolean mayBePutBack() {
        return !start.regardless() && !batchRun.cancellation().isCancelled();
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
