package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import renditions.batch.Batch;
import renditions.batch.BatchListener;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Work;
import renditions.event.InvocationReader;
import renditions.event.ReplyWriter;
import renditions.event.SqsBatch;
import renditions.image.Images;
import renditions.resize.Made;
import renditions.store.ObjectId;
import renditions.store.S3Clients;
import renditions.store.S3ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// An invocation before there is one, which makes everything ready that the first one would wait for: a small
/// picture goes the whole way, with the settings of the function, on the real image engine and through the real S3
/// client, to a store on the loopback interface. Its parts are its own: when it ends, none of its threads and
/// connections is left, and what it took has taught nobody anything.
///
/// @param settings those of the function
/// @param images the engine of the process
record Rehearsal(Settings settings, Images images) {
    private static final Duration TIME = Duration.ofSeconds(60);

    /// How long the real S3 is waited for where there is no way to it.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final StaticCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing"));

    /// Plays it; takes about as long as a first invocation, and up to three seconds more where S3 is out of reach.
    ///
    /// @throws IllegalStateException when the small picture did not get its renditions
    void play() throws InterruptedException {
        S3Clients.prepareTls();
        var picture = SmallPicture.png();
        try (var store = RehearsalStore.open(picture);
                var s3 = client(store);
                var wiring = Wiring.of(settings, s3, images, new BatchListener<>() {})) {
            require(invoke(wiring, picture.length));
            greet(wiring.lanes());
        }
    }

    private static S3Client client(RehearsalStore store) {
        return S3Clients.builder(Wiring.connections(), store.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(NOBODY)
                .build();
    }

    private List<Outcome<Made>> invoke(Wiring wiring, int bytes) throws InterruptedException {
        var event = event(bytes).getBytes(UTF_8);
        return switch (new InvocationReader().read(event)) {
            case SqsBatch batch -> {
                var distinct = Distinct.of(batch);
                var report = Batch.of(distinct.items(), wiring.work())
                        .policy(wiring.policy())
                        .groupedBy(Item::group)
                        .expecting(wiring.costs())
                        .heardBy(wiring.listener())
                        .run(wiring.lanes(), deadline(wiring.lanes(), TIME));
                var _ = new ReplyWriter().write(batch, distinct.spread(report.outcomes()));
                yield report.outcomes();
            }
        };
    }

    private static String event(int bytes) {
        return """
                {"Records": [{"messageId": "rehearsal", "eventSource": "aws:sqs", \
                "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:rehearsal", \
                "attributes": {"ApproximateReceiveCount": "1"}, \
                "body": "{\\"Records\\": [{\\"eventVersion\\": \\"2.5\\", \\"eventSource\\": \\"aws:s3\\", \
                \\"eventName\\": \\"ObjectCreated:Put\\", \\"s3\\": {\\"bucket\\": {\\"name\\": \\"rehearsal\\"}, \
                \\"object\\": {\\"key\\": \\"picture.png\\", \\"size\\": %d, \\"eTag\\": \\"%s\\"}}}]}"}]}
                """.formatted(bytes, RehearsalStore.ETAG);
    }

    /// Asks the real S3 for what is not there. The answer does not matter, nor whether there is one: on the way
    /// credentials are found, an address is looked up, hands are shaken.
    private void greet(Lanes lanes) throws InterruptedException {
        var place = new ObjectId(
                settings.job().layout().bucket(), settings.job().layout().manifests() + "rehearsal");
        try (var s3 = S3Clients.builder(1).build()) {
            var store = new S3ObjectStore(s3);
            Work<ObjectId, ObjectId> ask = (cancellation, object) -> {
                if (store.get(cancellation, object, null, 1) instanceof AutoCloseable found) {
                    found.close();
                }
                return new Outcome.Done<>(object);
            };
            var _ = Batch.of(List.of(place), ask).run(lanes, deadline(lanes, PATIENCE));
        } catch (SdkException nowhere) {
            // No region, as outside of Lambda: then there is nobody to greet.
        }
    }

    private Deadline deadline(Lanes lanes, Duration time) {
        return Deadline.after(lanes.clock().nanoTime(), time, settings.margins(), Duration.ZERO);
    }

    private static void require(List<Outcome<Made>> outcomes) {
        if (!outcomes.stream().allMatch(Outcome.Done.class::isInstance)) {
            throw new IllegalStateException("the small picture of the rehearsal ended as " + outcomes);
        }
    }
}
