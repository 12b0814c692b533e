package renditions.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import renditions.batch.Batch;
import renditions.batch.Cancellation;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;

/// How long a native call goes on after it was told to stop. This includes the watchdog's repetitions, the time
/// until libvips gives up, and the freeing of its memory.
final class CancelLatency {
    private static final int UNCANCELLED_RUNS = 3;
    /// The most runs for each sample.
    private static final int TRIES = 4;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final Lanes lanes;
    private final NanoClock clock = NanoClock.system();

    /// @param lanes run nothing else
    CancelLatency(Lanes lanes) {
        this.lanes = lanes;
    }

    /// The measurements of one call, in milliseconds.
    ///
    /// @param uncancelled how long it takes if it is not stopped
    /// @param waited from the first order to stop to the return, of the runs that were stopped
    /// @param worked processor time in between, of the same runs: the wait on a machine that does nothing else
    record Result(double uncancelled, Distribution waited, Distribution worked) {}

    /// Stops the call at moments spread evenly over its duration, until `samples` runs were stopped. Runs that end
    /// before they are told to stop do not count.
    ///
    /// @throws IllegalStateException if most runs end before: the call is too short, or nothing stops it
    Result measure(NativeCall call, int samples) throws InterruptedException {
        double uncancelled = uncancelled(call);
        var stopped = new ArrayList<Return>();
        for (int run = 0; stopped.size() < samples; run++) {
            if (run == TRIES * samples) {
                throw new IllegalStateException("stopped only " + stopped.size() + " of " + run + " times");
            }
            var back = run(call, (long) (NANOS_PER_MILLI * uncancelled * spread(run)));
            if (back.stopped()) {
                stopped.add(back);
            }
        }
        return new Result(
                uncancelled,
                new Distribution(stopped.stream().map(Return::waited).toList()),
                new Distribution(stopped.stream().map(Return::worked).toList()));
    }

    /// The fractions of the multiples of the golden ratio: any number of them lies evenly between 0 and 1.
    private static double spread(int run) {
        return (run + 1) * GOLDEN % 1;
    }

    private double uncancelled(NativeCall call) throws InterruptedException {
        var runs = new ArrayList<Double>();
        for (int run = 0; run < UNCANCELLED_RUNS; run++) {
            var begin = now();
            runs.add(run(call, HOUR).end().since(begin).wall());
        }
        return new Distribution(runs).median();
    }

    /// Runs one call in a batch of its own, whose deadline cancels it after this many nanoseconds.
    private Return run(NativeCall call, long after) throws InterruptedException {
        long cancelAt = clock.nanoTime() + after;
        var deadline = new Deadline(cancelAt, cancelAt + HOUR);
        var report = Batch.of(List.of(call), this::onPixels).run(lanes, deadline);
        return switch (report.outcomes().getFirst()) {
            case Outcome.Done<Return>(var back) -> back;
            case Outcome<Return> other -> throw new IllegalStateException("the call did not return: " + other);
        };
    }

    private Outcome<Return> onPixels(Cancellation cancellation, NativeCall call) {
        return new Outcome.Done<>(Lanes.await(lanes.onPixels(() -> timed(cancellation, call))));
    }

    /// Registered before the call's own ways to stop, so that the time is read before they run.
    private Return timed(Cancellation cancellation, NativeCall call) {
        var told = new AtomicReference<@Nullable Moment>();
        try (var _ = cancellation.onCancel(() -> told.compareAndSet(null, now()))) {
            boolean stopped = call.run(cancellation);
            var end = now();
            var word = told.get();
            return new Return(stopped, word == null ? end : word, end);
        }
    }

    private Moment now() {
        return Moment.now(clock);
    }

    /// The return of a call.
    private record Return(boolean stopped, Moment told, Moment end) {
        double waited() {
            return end.since(told).wall();
        }

        double worked() {
            return end.since(told).processor();
        }
    }
}
