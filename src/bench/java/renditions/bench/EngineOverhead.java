package renditions.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import renditions.batch.Batch;
import renditions.batch.Cancellation;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Report;

/// A batch whose work does nothing, so that only the engine is measured. Beside it the same with the plain JDK,
/// without deadline, cancellation, bound or ledger.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineOverhead {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /// The size of the batch; on Lambda at most 10,000.
    @Param({"10", "100", "1000", "10000"})
    public int items;

    private final NanoClock clock = NanoClock.system();
    private final Lanes lanes = Cores.lanes(clock);
    private List<Integer> batch = List.of();

    /// Makes the batch.
    @Setup
    public void prepare() {
        batch = Collections.nCopies(items, 0);
    }

    /// Ends the lanes' threads.
    @TearDown
    public void close() {
        lanes.close();
    }

    /// The engine.
    @Benchmark
    public Report<Integer> engine() throws InterruptedException {
        long now = clock.nanoTime();
        return Batch.of(batch, EngineOverhead::nothing).run(lanes, new Deadline(now + MINUTE, now + MINUTE));
    }

    /// The JDK alone: a virtual thread for each item, and their futures collected.
    @Benchmark
    public List<Outcome<Integer>> jdk() throws InterruptedException, ExecutionException {
        var calls = batch.stream()
                .<Callable<Outcome<Integer>>>map(item -> () -> nothing(Cancellation.never(), item))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Outcome<Integer>>(items);
            for (var call : threads.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        }
    }

    private static Outcome<Integer> nothing(Cancellation cancellation, Integer item) {
        return new Outcome.Done<>(item);
    }
}
