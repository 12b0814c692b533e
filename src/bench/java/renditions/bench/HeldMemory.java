package renditions.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import renditions.batch.Batch;
import renditions.batch.Deadline;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.catalog.Source;
import renditions.image.Images;
import renditions.resize.CostModel;
import renditions.resize.ResizeJob;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;

/// The part of its memory budgets that a batch holds, on the real engine, with a store in memory whose PUTs are
/// slow.
///
/// @param images the engine
/// @param uploads encoded pictures, taken in turn
/// @param items how many items the batch has
/// @param putNanos how long each PUT takes
record HeldMemory(Images images, List<byte[]> uploads, int items, long putNanos) {
    private static final NanoClock CLOCK = NanoClock.system();

    /// The use of one budget.
    ///
    /// @param peak the most bytes at once
    /// @param byteSeconds the held bytes times the seconds
    record Use(long peak, double byteSeconds) {}

    /// The use of the budgets.
    ///
    /// @param nanos how long the batch took
    record Result(Use uploads, Use pixels, long nanos) {}

    /// Runs one batch to its end.
    Result run() throws InterruptedException {
        var memory = UsualJob.memory();
        var store = new MemoryStore();
        var sources =
                IntStream.range(0, items).mapToObj(item -> source(store, item)).toList();
        var uploads = new Integral(memory.uploads()::held);
        var pixels = new Integral(memory.pixels()::held);
        try (var lanes = Cores.lanes(CLOCK);
                var sampler = Executors.newSingleThreadScheduledExecutor()) {
            var job = new ResizeJob(
                    new SlowPuts(store, putNanos),
                    images,
                    lanes,
                    memory,
                    new CostModel(images.profile()),
                    UsualJob.SETTINGS,
                    InstantSource.system());
            var sampling = sampler.scheduleAtFixedRate(
                    () -> List.of(uploads, pixels).forEach(Integral::sample), 0, 1, TimeUnit.MILLISECONDS);
            long begin = CLOCK.nanoTime();
            var never = begin + TimeUnit.HOURS.toNanos(1);
            var report = Batch.of(sources, job).run(lanes, new Deadline(never, never));
            long nanos = CLOCK.nanoTime() - begin;
            sampling.cancel(false);
            if (!report.outcomes().stream().allMatch(Outcome.Done.class::isInstance)) {
                throw new IllegalStateException("not all items were done: " + report.outcomes());
            }
            return new Result(
                    new Use(memory.uploads().takePeak(), uploads.byteSeconds()),
                    new Use(memory.pixels().takePeak(), pixels.byteSeconds()),
                    nanos);
        }
    }

    private Source source(MemoryStore store, int item) {
        var upload = uploads.get(item % uploads.size());
        var object = store.add(new ObjectId("uploads", "upload-" + item), upload);
        return new Source(object, MemoryStore.etag(upload), OptionalLong.of(upload.length), null, 1);
    }

    /// The integral of a number of bytes over time; sampled on one thread, read on another afterwards.
    private static final class Integral {
        private final LongSupplier held;
        private long last = CLOCK.nanoTime();
        private double byteNanos;

        Integral(LongSupplier held) {
            this.held = held;
        }

        synchronized void sample() {
            long now = CLOCK.nanoTime();
            byteNanos += (double) held.getAsLong() * (now - last);
            last = now;
        }

        synchronized double byteSeconds() {
            return byteNanos / TimeUnit.SECONDS.toNanos(1);
        }
    }
}
