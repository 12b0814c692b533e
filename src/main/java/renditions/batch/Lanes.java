package renditions.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;

/// The two lanes that items run on, one pair for the whole process: network calls on virtual threads, pixels on a
/// few platform threads. A native call on a virtual thread would hold its carrier, and the network calls would have
/// to wait. Short native calls run beside both, on threads of their own.
///
/// Safe for use by many threads and batches at once.
public final class Lanes implements AutoCloseable {
    /// Longer than any process runs.
    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final NanoClock clock;
    private final ItemPermits permits;
    private final ThreadFactory network = Thread.ofVirtual().name("item").factory();
    private final PixelLane pixels;
    private final Watchdog watchdog;

    /// @param clock measures the deadlines
    /// @param pixelThreads how many pieces of work are computed at once, at least 1; one for each vCPU
    /// @param itemsInFlight how many items are between download and last upload at once, at least 1
    public Lanes(NanoClock clock, int pixelThreads, int itemsInFlight) {
        this(clock, pixelThreads, itemsInFlight, FOREVER);
    }

    /// The same lanes, and a pixel lane that is no hostage: work that has not returned some time after it was told to
    /// stop is written off. It keeps its thread and all that it holds until it returns, but the lane gets another
    /// thread.
    ///
    /// @param stuck how long after the word to stop
    public Lanes(NanoClock clock, int pixelThreads, int itemsInFlight, Duration stuck) {
        this.clock = clock;
        permits = new ItemPermits(itemsInFlight);
        pixels = new PixelLane(clock, pixelThreads);
        watchdog = new Watchdog(clock, stuck.toNanos(), pixels::writeOff);
    }

    /// How many pieces of work of the pixel lane are written off at this moment.
    public int writtenOff() {
        return pixels.writtenOff();
    }

    /// Runs `work` on the pixel lane. Work of items that were started earlier goes first, and the work of one item
    /// in the order of the calls. Work belongs to the item of the calling thread. It must end soon when it is
    /// cancelled, also if the cancellation comes while it is queued. Await the work before you free native memory
    /// that it uses.
    public <T> Future<T> onPixels(Supplier<T> work) {
        return pixels.run(work);
    }

    /// Runs `work` at once, on a platform thread of its own: short native calls, such as reading a header, wait for
    /// no other work. Otherwise as [#onPixels].
    public <T> Future<T> besidePixels(Supplier<T> work) {
        return pixels.runBeside(work);
    }

    /// Replaces the expected computing time of the calling thread's item, as soon as more is known; it decides
    /// which other items start. Without an item it does nothing.
    ///
    /// @param pixelNanos how long it is expected to compute from here on
    public static void expect(long pixelNanos) {
        PixelLane.expect(pixelNanos);
        ItemRun.predicted();
    }

    /// Whether the calling thread's item can be put back if it turns out to take too long: others of its
    /// batch run, and it did not start because it was its turn or because nothing else ran. To be put back,
    /// its work ends with [Outcome.NotStarted] and [Reason.TooLong], which settles nothing. The item is run
    /// again when nothing else runs, once. False on a thread without an item.
    public static boolean canWait() {
        return ItemRun.canWait();
    }

    /// Runs `work` on a virtual thread of its own.
    public <T> Future<T> onNetwork(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        startOnNetwork(task);
        return task;
    }

    /// Runs `work` on each of these things, side by side on virtual threads. Returns when all of it has ended, even if
    /// a thread does not start.
    ///
    /// @return what `work` returned, in the order of the things; what it threw first, in that order, is thrown
    public <T, R> List<R> eachOnNetwork(Collection<T> things, Function<T, R> work) {
        return each(things, thing -> onNetwork(() -> work.apply(thing)));
    }

    /// Runs `work` on each of these things on the pixel lane, as [#onPixels] does. Returns when all of it has ended.
    ///
    /// @return as [#eachOnNetwork]
    public <T, R> List<R> eachOnPixels(Collection<T> things, Function<T, R> work) {
        return each(things, thing -> onPixels(() -> work.apply(thing)));
    }

    private static <T, R> List<R> each(Collection<T> things, Function<T, Future<R>> begin) {
        var begun = new ArrayList<Future<R>>();
        try {
            things.forEach(thing -> begun.add(begin.apply(thing)));
        } finally {
            begun.forEach(Lanes::settle);
        }
        return begun.stream().map(Lanes::await).toList();
    }

    /// Waits for `work` to end, as [#settle] does.
    ///
    /// @return what `work` returned; what it threw is thrown
    public static <T> T await(Future<T> work) {
        settle(work);
        if (work.state() == Future.State.SUCCESS) {
            return work.resultNow();
        }
        throw Lanes.<RuntimeException>unchecked(work.exceptionNow());
    }

    /// Waits for `work` to end, in any way. It never returns before that, even if the calling thread is
    /// interrupted, so what `work` uses may be freed afterwards. An interrupt is kept for later.
    public static void settle(Future<?> work) {
        boolean interrupted = false;
        while (!work.isDone()) {
            try {
                work.get();
            } catch (InterruptedException again) {
                interrupted = true;
            } catch (Throwable ignored) {
                // the work's failure, or a failure to wait: then it waits again
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    ItemPermits permits() {
        return permits;
    }

    PixelLane pixels() {
        return pixels;
    }

    /// The clock that measures the deadlines.
    public NanoClock clock() {
        return clock;
    }

    /// Runs `task` on a virtual thread of its own, which nobody awaits.
    void startOnNetwork(Runnable task) {
        network.newThread(task).start();
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /// Ends the threads of the pixel lane when their work is done. Nothing may use the lanes afterwards.
    @Override
    public void close() {
        watchdog.close();
        pixels.close();
    }

    // A supplier throws no checked exception, so the cast never lies.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
