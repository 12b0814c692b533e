package renditions.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import renditions.batch.Batch;
import renditions.batch.BatchListener;
import renditions.batch.Cancellation;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Report;
import renditions.image.ImageLimits;
import renditions.image.Images;
import renditions.resize.JobSettings;
import renditions.resize.KeyLayout;
import renditions.resize.Made;
import renditions.resize.RenditionSet;
import renditions.resize.ResizeJob;
import renditions.resize.Source;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;

/// A batch with far more work than time, on the real engine, with a store in memory: where the time of the pixel
/// lane went until everything was told to stop.
///
/// @param images the engine
/// @param uploads encoded pictures, taken in turn
/// @param items more than the time is enough for
record Overload(Images images, List<byte[]> uploads, int items) {
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final NanoClock CLOCK = NanoClock.system();
    private static final BatchListener<Account, Made> SILENT = new BatchListener<>() {};
    private static final JobSettings SETTINGS = new JobSettings(
            RenditionSet.parse(RenditionSet.DEFAULT),
            new KeyLayout("renditions", "renditions/", "manifests/"),
            ImageLimits.DEFAULT,
            100_000_000,
            "no-store");

    /// Where the time of the pixel lane went, as shares of 1.
    ///
    /// @param acknowledged into items that ended acknowledged
    /// @param lost into items that were not done in time
    /// @param items how many were acknowledged
    record Shares(double acknowledged, double lost, int items) {
        /// Into nothing: the lane waited.
        double idle() {
            return 1 - acknowledged - lost;
        }
    }

    /// One upload, and what it cost.
    private record Account(Source source, Meter meter) {}

    /// Runs one batch that has this much time until it is told to stop.
    Shares run(long nanos) throws InterruptedException {
        var store = new MemoryStore();
        try (var lanes = Cores.lanes()) {
            long cancelAt = CLOCK.nanoTime() + nanos;
            var accounts = IntStream.range(0, items)
                    .mapToObj(item -> new Account(upload(store, item), new Meter(CLOCK, cancelAt)))
                    .toList();
            var deadline = new Deadline(cancelAt, cancelAt + GRACE);
            var report = Batch.run(lanes, CLOCK, deadline, accounts, (c, a) -> work(store, lanes, c, a), SILENT);
            return shares(accounts, report, nanos * Cores.count());
        }
    }

    private Source upload(MemoryStore store, int item) {
        var bytes = uploads.get(item % uploads.size());
        return new Source(store.add(new ObjectId("uploads", "upload-" + item), bytes), null);
    }

    private Outcome<Made> work(MemoryStore store, Lanes lanes, Cancellation cancellation, Account account) {
        var metered = new MeteredImages(images, account.meter());
        return new ResizeJob(store, metered, lanes, SETTINGS).run(cancellation, account.source());
    }

    private static Shares shares(List<Account> accounts, Report<Made> report, long available) {
        var outcomes = report.outcomes();
        long acknowledged = 0;
        long lost = 0;
        int items = 0;
        for (int item = 0; item < accounts.size(); item++) {
            long spent = accounts.get(item).meter().nanos();
            if (outcomes.get(item).acknowledged()) {
                acknowledged += spent;
                items++;
            } else {
                lost += spent;
            }
        }
        if (items == accounts.size()) {
            throw new IllegalStateException("not an overload: all " + items + " items were done in time");
        }
        return new Shares((double) acknowledged / available, (double) lost / available, items);
    }
}
