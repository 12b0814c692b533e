package renditions.lambda;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
import renditions.log.Log;
import renditions.resize.CostModel;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.S3Clients;
import renditions.store.S3ObjectStore;
import renditions.telemetry.RecordLog;
import renditions.telemetry.Records;
import software.amazon.awssdk.services.s3.S3Client;

/// The parts of the function, wired once for the whole process.
///
/// @param lanes the lanes that the items run on
/// @param margins the parts of an invocation's time that are kept back
/// @param policy what an item's failure means for the others if the order of deliveries does not count
/// @param work the work on each item
/// @param costs how long items are expected to take
/// @param listener is told when items start and end
/// @param memory the memory budgets of all items
/// @param records where the records of invocations go
/// @param resting is run when an invocation was answered, and ends what is of no use until the next one
/// @param usage what the image engine takes of `memory`
/// @param end of the process, with an answer
public record Wiring(
        Lanes lanes,
        Margins margins,
        FailurePolicy policy,
        Work<Item, Made> work,
        Expectation<Item> costs,
        BatchListener<Item, Made> listener,
        Memory memory,
        Records records,
        Runnable resting,
        Engines.Usage usage,
        ProcessEnd end)
        implements AutoCloseable {
    /// How many items are in flight for each core: while one is computed, others are downloaded or uploaded.
    private static final int ITEMS_PER_CORE = 4;

    /// How many connections there are for each item in flight: several of its renditions are uploaded at once.
    private static final int CONNECTIONS_PER_ITEM = 8;

    /// How many pieces of pixel work may be written off at once before the process ends itself.
    private static final int MOST_WRITTEN_OFF = 2;

    /// The parts on Lambda. The image engine and the client take the most time of a cold start and do not depend on
    /// each other, so they are made side by side.
    static Wiring onLambda(Settings settings) {
        Log.level(settings.logLevel());
        var engines = CompletableFuture.supplyAsync(() -> Engines.load(settings), Wiring::start);
        var s3 = S3Clients.builder(connections()).build();
        return of(settings, s3, Lanes.await(engines), new ItemLog())
                .endingWhenStuck(settings.runtimeApi())
                .recordedBy(new RecordLog(Log.lines(), InstantSource.system()));
    }

    private static void start(Runnable task) {
        Thread.ofPlatform().daemon().name("image-engine").start(task);
    }

    /// The parts for these settings, without a keeper of records.
    ///
    /// @param s3 the client, which the caller closes after the wiring
    /// @param engines the image engines
    public static Wiring of(Settings settings, S3Client s3, Engines engines, BatchListener<Item, Made> listener) {
        var lanes = new Lanes(NanoClock.system(), cores(), cores() * ITEMS_PER_CORE, settings.stuck());
        var memory = Memory.of(settings.memoryBytes());
        var store = new S3ObjectStore(s3);
        var costs = new CostModel(engines.usual().profile());
        var job = new ResizeJob(
                        store,
                        engines.usual(),
                        engines.suspects(),
                        lanes,
                        memory,
                        costs,
                        settings.job(),
                        InstantSource.system())
                .with(settings.presets());
        var work = new ItemWork(job, settings.pictures(), settings.uploadsBucket());
        return new Wiring(
                lanes,
                settings.margins(),
                settings.policy(),
                work,
                work,
                listener,
                memory,
                Records.NONE,
                engines.resting(),
                engines.usage(),
                ProcessEnd.NEVER);
    }

    /// The same parts with this keeper of records.
    public Wiring recordedBy(Records keeper) {
        return new Wiring(lanes, margins, policy, work, costs, listener, memory, keeper, resting, usage, end);
    }

    /// The same parts in a process that ends with an answer if several pieces of pixel work are written off then: they
    /// would take the processor from every later batch.
    ///
    /// @param runtimeApi host and port of Lambda's Runtime API; null outside of Lambda
    public Wiring endingWhenStuck(@Nullable String runtimeApi) {
        var ending = ProcessEnd.when(() -> lanes.writtenOff() >= MOST_WRITTEN_OFF, runtimeApi);
        Runnable announcing = () -> {
            resting.run();
            ending.announce();
        };
        return new Wiring(lanes, margins, policy, work, costs, listener, memory, records, announcing, usage, ending);
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
                .preferring(Wiring::isTurn)
                .expecting(costs);
    }

    /// It is an item's turn at every second receive: an item that could not start beside others starts before
    /// them when it is redelivered. An item that takes all the time keeps the same others waiting only once,
    /// because at its next receive it is their turn. Where nobody counts, it is nobody's turn.
    private static boolean isTurn(Item item) {
        return item.receiveCount() > 0 && item.receiveCount() % 2 == 0;
    }

    /// How many connections to S3 all items may need together.
    public static int connections() {
        return cores() * ITEMS_PER_CORE * CONNECTIONS_PER_ITEM;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Ends the lanes' threads, and what waits for the next invocation. Nothing may be running on the lanes.
    @Override
    public void close() {
        resting.run();
        lanes.close();
    }
}
