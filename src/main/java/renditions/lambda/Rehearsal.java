package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import renditions.batch.Batch;
import renditions.batch.BatchListener;
import renditions.batch.Deadline;
import renditions.batch.Effort;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.image.Images;
import renditions.log.LogLines;
import renditions.store.ObjectId;
import renditions.store.S3Clients;
import renditions.store.S3ObjectStore;
import renditions.telemetry.RecordLog;
import renditions.telemetry.Request;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// An invocation before there is one, which makes everything ready that the first one would wait for: a small
/// picture goes the whole way, with the settings of the function, on the real image engine and through the real S3
/// client, to a store on the loopback interface, and its record to nowhere. Its parts are its own: when it ends, none
/// of its threads and
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
        var ending = new Ended();
        try (var store = RehearsalStore.open(picture);
                var s3 = client(store);
                var nowhere = new LogLines(OutputStream::nullOutputStream);
                var wiring = Wiring.of(settings, s3, images, ending)) {
            invoke(wiring.recordedBy(new RecordLog(nowhere, InstantSource.system())), picture.length);
            ending.require();
            greet(wiring.lanes());
        }
    }

    /// How the small picture ends. Told on a thread of the batch, asked for when the batch has ended.
    private static final class Ended implements BatchListener<Item, Made> {
        private final AtomicReference<@Nullable Outcome<Made>> outcome = new AtomicReference<>();

        @Override
        public void settled(Item item, Outcome<Made> told, Effort effort) {
            outcome.set(told);
        }

        void require() {
            if (!(outcome.get() instanceof Outcome.Done)) {
                throw new IllegalStateException("the small picture of the rehearsal ended as " + outcome);
            }
        }
    }

    private static S3Client client(RehearsalStore store) {
        return S3Clients.builder(Wiring.connections(), store.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(NOBODY)
                .build();
    }

    private static void invoke(Wiring wiring, int bytes) {
        var request = new Request("rehearsal", "rehearsal", "rehearsal");
        var event = new ByteArrayInputStream(event(bytes).getBytes(UTF_8));
        try {
            new RenditionsFunction(wiring)
                    .answer(request, wiring.lanes().clock().nanoTime(), TIME, event, OutputStream.nullOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
            var deadline = Deadline.after(lanes.clock().nanoTime(), PATIENCE, settings.margins(), Duration.ZERO);
            var _ = Batch.of(List.of(place), ask).run(lanes, deadline);
        } catch (SdkException nowhere) {
            // No region, as outside of Lambda: then there is nobody to greet.
        }
    }
}
