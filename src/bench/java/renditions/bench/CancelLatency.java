package renditions.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import renditions.batch.Batch;
import renditions.batch.BatchListener;
import renditions.batch.Cancellation;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;

/// How long a native call goes on after the moment it was to be told to stop. Everything that lies between counts:
/// the watchdog's waking, its repetitions, libvips giving up, and freeing what it had made.
final class CancelLatency {
    private static final int UNCANCELLED_RUNS = 3;
    private static final BatchListener<NativeCall, Return> SILENT = new BatchListener<>() {};

    private final Lanes lanes;
    private final NanoClock clock = NanoClock.system();

    /// @param lanes with room for one item
    CancelLatency(Lanes lanes) {
        this.lanes = lanes;
    }

    /// What was measured of one call.
    ///
    /// @param uncancelled how long it takes when nobody stops it, in milliseconds
    /// @param latencies in milliseconds, of the runs that were stopped
    record Result(double uncancelled, Distribution latencies) {}

    /// Stops the call at `points` moments spread evenly over its duration. Those that it comes before are left out.
    Result measure(NativeCall call, int points) throws InterruptedException {
        var whole = new ArrayList<Double>();
        for (int run = 0; run < UNCANCELLED_RUNS; run++) {
            long begin = clock.nanoTime();
            long end = run(call, new Deadline(begin + Duration.ofHours(1).toNanos(), begin + Duration.ofHours(1).toNanos())).nanos();
            whole.add(millis(end - begin));
        }
        double uncancelled = new Distribution(whole).median();
        var latencies = new ArrayList<Double>();
        for (int point = 0; point < points; point++) {
            long after = (long) (uncancelled * 1e6 * (point + 0.5) / points);
            long cancelAt = clock.nanoTime() + after;
            var back = run(call, new Deadline(cancelAt, cancelAt + Duration.ofHours(1).toNanos()));
            if (back.stopped()) {
                latencies.add(millis(back.nanos() - cancelAt));
                if (System.getenv("TRACE") != null) System.err.printf("%.0f %.1f%n", millis(after), millis(back.nanos() - cancelAt));
            }
        }
        return new Result(uncancelled, new Distribution(latencies));
    }

    private Return run(NativeCall call, Deadline deadline) throws InterruptedException {
        var report = Batch.run(lanes, clock, deadline, List.of(call), this::onPixels, SILENT);
        return switch (report.outcomes().getFirst()) {
            case Outcome.Done<Return>(var back) -> back;
            case Outcome<Return> other -> throw new IllegalStateException("the call did not return: " + other);
        };
    }

    private Outcome<Return> onPixels(Cancellation cancellation, NativeCall call) {
        return new Outcome.Done<>(Lanes.await(
                lanes.onPixels(() -> new Return(call.run(cancellation), clock.nanoTime()))));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /// The call has returned.
    private record Return(boolean stopped, long nanos) {}
}
