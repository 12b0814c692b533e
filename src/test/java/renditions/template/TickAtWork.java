package renditions.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.lambda.ReprocessFunction;
import renditions.lambda.ReprocessSettings;
import renditions.lambda.Reprocessing;
import renditions.local.EmbeddedS3;
import renditions.local.cloud.LocalContext;
import renditions.queue.SqsMessageQueue;
import renditions.reprocess.Sweep;
import renditions.store.S3ObjectStore;

/// The reprocessing at work, on the embedded S3: it finds an upload without renditions and sends a message, and it
/// moves
/// dead letters.
final class TickAtWork {
    private TickAtWork() {}

    static Requests tickComes(Map<String, String> environment) {
        var requests = new Requests();
        var settings = ReprocessSettings.of(environment);
        try (var s3 = EmbeddedS3.start();
                var client = AtWork.watched(s3, requests);
                var lanes = new Lanes(NanoClock.system(), 1, 1)) {
            s3.createBucket(environment.getOrDefault("UPLOADS_BUCKET", ""));
            s3.createBucket(environment.getOrDefault("RENDITIONS_BUCKET", ""));
            AtWork.upload(s3, environment.getOrDefault("UPLOADS_BUCKET", ""), "inbox/a b.jpg", "1200x800");
            var queue = new SqsMessageQueue(new NotingSqs(requests), settings.queueUrl(), settings.deadLetters());
            var sweep = new Sweep(new S3ObjectStore(client), queue, lanes, settings.sweep(), InstantSource.system());
            var parts = new Reprocessing(lanes, settings.function().margins(), queue, sweep, (_, _) -> {});
            tick(new ReprocessFunction(parts), "{\"reprocess\": {}, \"redrive\": true}");
            return requests;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void tick(ReprocessFunction function, String tick) throws IOException {
        var reply = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(tick.getBytes(UTF_8)), reply, new LocalContext(Duration.ofMinutes(1)));
        if (!reply.toString(UTF_8).contains("\"sent\":1")) {
            throw new AssertionError("no message was sent: " + reply.toString(UTF_8));
        }
    }
}
