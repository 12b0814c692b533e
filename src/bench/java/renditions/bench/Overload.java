package renditions.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import renditions.batch.Batch;
import renditions.batch.BatchListener;
import renditions.batch.Cancellation;
import renditions.batch.Deadline;
import renditions.batch.Effort;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Report;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.image.Images;
import renditions.resize.CostModel;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;

/// A batch with far more work than time, on the real engine, with a store in memory. Measures what the pixel lane
/// did until everything was told to stop.
///
/// @param images the engine
/// @param uploads encoded pictures, taken in turn
/// @param items more items than the time suffices for
record Overload(Images images, List<byte[]> uploads, int items) {
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final NanoClock CLOCK = NanoClock.system();
    /// How many uploads are done first, so that the cost model has learned.
    private static final int KNOWN = 10;
    private static final Memory MEMORY = UsualJob.memory();

    /// The division of the pixel lane's time, as shares of 1.
    ///
    /// @param acknowledged time for items that ended acknowledged
    /// @param lost time for items that were not done in time
    /// @param items how many items were acknowledged
    record Shares(double acknowledged, double lost, int items) {
        /// Time in which the lane waited.
        double idle() {
            return 1 - acknowledged - lost;
        }
    }

    /// Counts where the time of the pixel lane goes. Safe for use by many threads.
    private record Spent(LongAdder acknowledged, LongAdder lost) implements BatchListener<Source, Made> {
        @Override
        public void settled(Source source, Outcome<Made> outcome, Effort effort) {
            (outcome.acknowledged() ? acknowledged : lost).add(effort.computed());
        }
    }

    /// Runs one batch, which is told to stop after this time. Then its clock stands still: later work does not count.
    Shares run(long nanos) throws InterruptedException {
        var store = new MemoryStore();
        var sources =
                IntStream.range(0, items).mapToObj(item -> upload(store, item)).toList();
        var costs = learned(store);
        long cancelAt = CLOCK.nanoTime() + nanos;
        try (var lanes = Cores.lanes(() -> cancelAt - Math.max(0, cancelAt - CLOCK.nanoTime()))) {
            var job = job(store, lanes, costs);
            var spent = new Spent(new LongAdder(), new LongAdder());
            var report = Batch.of(sources, job)
                    .expecting(job)
                    .heardBy(spent)
                    .run(lanes, new Deadline(cancelAt, cancelAt + GRACE));
            return shares(report, spent, (double) nanos * Cores.count());
        }
    }

    private Source upload(MemoryStore store, int item) {
        var bytes = uploads.get(item % uploads.size());
        var object = store.add(new ObjectId("uploads", "upload-" + item), bytes);
        return new Source(object, null, OptionalLong.of(bytes.length), null, 1);
    }

    /// The cost model of a process that was invoked before.
    private CostModel learned(MemoryStore store) throws InterruptedException {
        var costs = new CostModel(images.profile());
        try (var lanes = Cores.lanes(CLOCK)) {
            for (int item = items; item < items + KNOWN; item++) {
                job(store, lanes, costs).run(Cancellation.never(), upload(store, item));
            }
        }
        return costs;
    }

    private ResizeJob job(MemoryStore store, Lanes lanes, CostModel costs) {
        return new ResizeJob(store, images, lanes, MEMORY, costs, UsualJob.SETTINGS, InstantSource.system());
    }

    private static Shares shares(Report<Made> report, Spent spent, double available) {
        int done =
                (int) report.outcomes().stream().filter(Outcome::acknowledged).count();
        if (done == report.outcomes().size()) {
            throw new IllegalStateException("not an overload: all " + done + " items were done in time");
        }
        return new Shares(spent.acknowledged.sum() / available, spent.lost.sum() / available, done);
    }
}
