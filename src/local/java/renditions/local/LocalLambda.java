package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import renditions.batch.BatchListener;
import renditions.catalog.Made;
import renditions.event.DeliveryOutcome;
import renditions.event.DistinctItems;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.image.Images;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.local.cloud.EventSourceMapping;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.MappingSettings;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadQueue;
import renditions.local.report.Place;
import renditions.local.report.Progress;
import renditions.local.report.Run;
import renditions.local.report.RunItem;
import renditions.local.report.RunReceive;
import renditions.store.ObjectId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The function on your own machine: an embedded S3 that notifies an embedded queue, an event source mapping for
/// that queue, and the handler that Lambda would call.
final class LocalLambda implements AutoCloseable {
    /// The function's time-out and the queue's visibility time-out. It is long, because large folders take long on
    /// a laptop.
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    /// How long after an answer a message that was not acknowledged is redelivered: short enough to wait for, long
    /// enough to be seen.
    private static final Duration REDELIVERY = Duration.ofSeconds(1);

    private static final Duration FOREVER = Duration.ofDays(1);

    private final Settings settings;
    private final Images images;
    private final EmbeddedS3 s3;
    private final S3Client client;

    /// @param environment settings of the function; this class sets the renditions bucket
    LocalLambda(Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.putIfAbsent("RENDITIONS_BUCKET", "renditions");
        settings = Settings.of(variables);
        images = Wiring.images(settings);
        s3 = EmbeddedS3.start();
        client = s3.client();
        s3.createBucket(settings.job().layout().bucket());
        s3.createBucket(WriteUploads.BUCKET);
    }

    /// Uploads the files, which S3 announces, and waits until every message is deleted or a dead letter.
    ///
    /// @param queues makes the queue
    /// @param heard gets each receive after its end
    Run run(Scenario.Uploads scenario, LocalQueues queues, Progress progress, Consumer<RunReceive> heard)
            throws IOException, InterruptedException {
        try (var sqs = queues.client()) {
            var queue = queue(sqs, scenario.receives());
            long begin = System.nanoTime();
            var refused = upload(scenario.files());
            var recorder = new Recorder(progress);
            var story = new Story(recorder, heard, begin);
            try (var wiring = wiring(recorder);
                    var mapping = EventSourceMapping.start(
                            queue,
                            new RenditionsFunction(wiring),
                            mapping(scenario.files().size()),
                            story)) {
                mapping.awaitEmptyQueue(FOREVER);
            }
            var took = Duration.ofNanos(System.nanoTime() - begin);
            var dead =
                    queue.takeDeadLetters().stream().map(SqsRecord::messageId).collect(Collectors.toSet());
            var items = gathered(recorder, story).of(scenario, dead, refused);
            return new Run(scenario.title(), scenario.noun(), items, took, story.receives(), images.version());
        }
    }

    /// Uploads the files, hands the event to the function and gathers the outcomes.
    Run run(Scenario.Event scenario, Progress progress) throws IOException {
        upload(scenario.files());
        var recorder = new Recorder(progress);
        var reply = new ByteArrayOutputStream();
        long begin = System.nanoTime();
        var story = new Story(recorder, _ -> {}, begin);
        try (var wiring = wiring(recorder)) {
            var event = new ByteArrayInputStream(scenario.json().getBytes(UTF_8));
            new RenditionsFunction(wiring).handleRequest(event, reply, new LocalContext(TIMEOUT));
        }
        long end = System.nanoTime();
        var left = left(recorder.deliveries());
        story.received(scenario.invocation(), begin, end, left, reply.toString(UTF_8), "");
        var items = items(scenario, left, gathered(recorder, story));
        var took = Duration.ofNanos(end - begin);
        return new Run(scenario.title(), scenario.noun(), items, took, story.receives(), images.version());
    }

    /// The places of the deliveries that are not acknowledged, from 0 on.
    private static List<Integer> left(List<DeliveryOutcome> deliveries) {
        return IntStream.range(0, deliveries.size())
                .filter(place -> !deliveries.get(place).acknowledged())
                .boxed()
                .toList();
    }

    private static List<RunItem> items(Scenario.Event scenario, List<Integer> left, RunItems gathered)
            throws IOException {
        var deliveries = scenario.invocation().deliveries();
        var unacknowledged =
                left.stream().map(place -> deliveries.get(place).id()).collect(Collectors.toSet());
        var items = new ArrayList<RunItem>();
        for (var item : DistinctItems.of(scenario.invocation()).items()) {
            var file = item.entry() instanceof Upload upload ? scenario.files().get(upload.object()) : null;
            var place = unacknowledged.contains(item.delivery()) ? Place.LEFT : Place.DELETED;
            items.add(gathered.of(item.identity(), file, place));
        }
        return items;
    }

    private Wiring wiring(Recorder recorder) {
        return Wiring.of(settings, client, images, recorder).recordedBy(recorder);
    }

    /// Makes the queue of the uploads. When this returns, the function has had its first invocation, with S3's test
    /// event.
    private UploadQueue queue(SqsClient sqs, int receives) throws InterruptedException {
        var queue = UploadQueue.create(sqs, WriteUploads.BUCKET, TIMEOUT, receives);
        s3.notify(WriteUploads.BUCKET, queue);
        try (var wiring = Wiring.of(settings, client, images, new BatchListener<Item, Made>() {});
                var mapping = EventSourceMapping.start(queue, new RenditionsFunction(wiring), mapping(1), _ -> {})) {
            mapping.awaitEmptyQueue(TIMEOUT);
        }
        return queue;
    }

    /// One batch at a time, so that the run can be followed. The batch holds all messages, because small batches
    /// would leave cores idle in between.
    private static MappingSettings mapping(int messages) {
        boolean many = messages > 10;
        return new MappingSettings(
                many ? messages : 10,
                many ? Duration.ofSeconds(1) : Duration.ZERO,
                1,
                TIMEOUT,
                Optional.of(REDELIVERY));
    }

    /// Uploads the files.
    ///
    /// @return the reason for each file that this store does not take
    private Map<ObjectId, String> upload(Map<ObjectId, Path> files) {
        var refused = new LinkedHashMap<ObjectId, String>();
        files.forEach((object, file) -> {
            s3.createBucket(object.bucket());
            if (object.key().getBytes(UTF_8).length > ObjectId.LONGEST_KEY_BYTES) {
                refused.put(
                        object,
                        String.format(Locale.ROOT, "S3 takes keys of up to %,d bytes", ObjectId.LONGEST_KEY_BYTES));
                return;
            }
            try {
                client.putObject(request -> request.bucket(object.bucket()).key(object.key()), file);
            } catch (SdkException problem) {
                refused.put(object, "the embedded S3 does not take it: " + reason(problem));
            }
        });
        return refused;
    }

    /// The reason why a key was refused. Some keys are refused before their bytes are read. Race: the client either
    /// reads the answer, or is still writing and finds the connection closed.
    private static String reason(SdkException problem) {
        return problem instanceof S3Exception answer
                ? answer.awsErrorDetails().errorMessage()
                : String.valueOf(problem.getMessage());
    }

    private RunItems gathered(Recorder recorder, Story story) {
        return new RunItems(client, settings.job().layout().bucket(), recorder, story);
    }

    @Override
    public void close() {
        client.close();
        s3.close();
    }
}
