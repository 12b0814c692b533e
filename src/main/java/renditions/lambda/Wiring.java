package renditions.lambda;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import renditions.batch.Batch;
import renditions.batch.BatchListener;
import renditions.batch.Deadline.Margins;
import renditions.batch.Expectation;
import renditions.batch.FailurePolicy;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.event.DistinctItems;
import renditions.event.Item;
import renditions.image.Images;
import renditions.image.vips.VipsImages;
import renditions.log.Log;
import renditions.resize.CostModel;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.S3Clients;
import renditions.store.S3ObjectStore;
import renditions.telemetry.RecordLog;
import renditions.telemetry.Records;
import software.amazon.awssdk.services.s3.S3Client;

/// The parts of the function, put together once for the whole process.
///
/// @param lanes what the items run on
/// @param margins what is kept back of an invocation's time
/// @param policy what an item's failure means for the others, where the order of deliveries does not count
/// @param work what is done with each item
/// @param costs how long an item is expected to take
/// @param listener hears how the items go
/// @param memory what the items take together
/// @param records where the records of invocations go
public record Wiring(
        Lanes lanes,
        Margins margins,
        FailurePolicy policy,
        Work<Item, Made> work,
        Expectation<Item> costs,
        BatchListener<Item, Made> listener,
        Memory memory,
        Records records)
        implements AutoCloseable {
    /// How many items are under way for each core: while one is computed, others are on their way from and to S3.
    private static final int ITEMS_PER_CORE = 4;

    /// Connections for each item under way: several of its renditions are uploaded at once.
    private static final int CONNECTIONS_PER_ITEM = 8;

    /// The parts as they are on Lambda. The image engine and the client are the two long parts of a cold start and
    /// have nothing to do with each other: they are made side by side.
    static Wiring onLambda(Settings settings) {
        Log.level(settings.logLevel());
        var images = CompletableFuture.supplyAsync(() -> images(settings), Wiring::start);
        var s3 = S3Clients.builder(connections()).build();
        return of(settings, s3, Lanes.await(images), new ItemLog())
                .recordedBy(new RecordLog(Log.lines(), InstantSource.system()));
    }

    private static void start(Runnable task) {
        Thread.ofPlatform().daemon().name("image-engine").start(task);
    }

    /// The parts for these settings; no records are kept.
    ///
    /// @param s3 the client, which the caller closes after the wiring
    public static Wiring of(Settings settings, S3Client s3, Images images, BatchListener<Item, Made> listener) {
        var lanes = new Lanes(NanoClock.system(), cores(), cores() * ITEMS_PER_CORE);
        var memory = Memory.of(settings.memoryBytes());
        var store = new S3ObjectStore(s3);
        var work = new ItemWork(
                new ResizeJob(store, images, lanes, memory, new CostModel(images.profile()), settings.job()));
        return new Wiring(lanes, settings.margins(), settings.policy(), work, work, listener, memory, Records.NONE);
    }

    /// The same parts, and the records of invocations go there.
    public Wiring recordedBy(Records keeper) {
        return new Wiring(lanes, margins, policy, work, costs, listener, memory, keeper);
    }

    /// The batch of an invocation's items.
    Batch<Item, Made> batch(DistinctItems distinct) {
        var order = switch (distinct.invocation().order()) {
            case INDEPENDENT -> policy;
            case IN_GROUPS -> FailurePolicy.ORDERED;
        };
        return Batch.of(distinct.items(), work)
                .policy(order)
                .groupedBy(Item::group)
                .expecting(costs);
    }

    /// The image engine that the settings name.
    public static Images images(Settings settings) {
        return VipsImages.load(settings.libvips(), settings.taskRoot());
    }

    /// How many connections to S3 all items together may need.
    public static int connections() {
        return cores() * ITEMS_PER_CORE * CONNECTIONS_PER_ITEM;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Ends the lanes' threads; nothing may be running on them.
    @Override
    public void close() {
        lanes.close();
    }
}
