package renditions.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import renditions.batch.Batch;
import renditions.batch.Cancellation;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
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

    /// One upload, and its time on the lane.
    private record Account(Source source, Meter meter) {}

    /// Runs one batch, which is told to stop after this time.
    Shares run(long nanos) throws InterruptedException {
        var store = new MemoryStore();
        try (var lanes = Cores.lanes()) {
            var costs = learned(store, lanes);
            long cancelAt = CLOCK.nanoTime() + nanos;
            var accounts = IntStream.range(0, items)
                    .mapToObj(item -> new Account(upload(store, item), new Meter(CLOCK, cancelAt)))
                    .toList();
            var deadline = new Deadline(cancelAt, cancelAt + GRACE);
            var report = Batch.<Account, Made>of(
                            accounts, (c, a) -> job(store, lanes, costs, a).run(c, a.source()))
                    .expecting(account -> job(store, lanes, costs, account).of(account.source()))
                    .run(lanes, deadline);
            return shares(accounts, report, nanos * Cores.count());
        }
    }

    private Source upload(MemoryStore store, int item) {
        var bytes = uploads.get(Math.floorMod(item, uploads.size()));
        var object = store.add(new ObjectId("uploads", "upload-" + item), bytes);
        return new Source(object, null, OptionalLong.of(bytes.length), null, 1);
    }

    /// The cost model of a process that was invoked before.
    private CostModel learned(MemoryStore store, Lanes lanes) throws InterruptedException {
        var costs = new CostModel(images.profile());
        for (int item = 0; item < KNOWN; item++) {
            var account = new Account(upload(store, -1 - item), new Meter(CLOCK, Long.MAX_VALUE));
            job(store, lanes, costs, account).run(Cancellation.never(), account.source());
        }
        return costs;
    }

    private ResizeJob job(MemoryStore store, Lanes lanes, CostModel costs, Account account) {
        var metered = new MeteredImages(images, account.meter());
        return new ResizeJob(store, metered, lanes, MEMORY, costs, UsualJob.SETTINGS);
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
