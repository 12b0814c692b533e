package renditions.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.awaitility.Awaitility;
import renditions.lambda.ReprocessFunction;
import renditions.lambda.ReprocessSettings;
import renditions.lambda.Reprocessing;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.UploadQueue;

/// Scheduled reprocessing of a test's buckets.
///
/// @param renditions the setting RENDITIONS
record Sweeping(Buckets buckets, String renditions) {
    private static final Duration LONG = Duration.ofMinutes(1);

    /// Hands a tick to the function.
    ///
    /// @return its reply
    String tick(UploadQueue queue, String json) throws IOException {
        var settings = ReprocessSettings.of(Map.of(
                "RENDITIONS_BUCKET", buckets.renditions(),
                "RENDITIONS", renditions,
                "UPLOADS_BUCKET", buckets.uploads(),
                "UPLOADS_QUEUE_URL", queue.url(),
                "DEAD_LETTER_QUEUE_ARN", queue.deadLetterArn()));
        var cloud = buckets.cloud();
        var reply = new ByteArrayOutputStream();
        try (var parts = Reprocessing.of(settings, cloud.s3(), cloud.sqs(), InstantSource.system(), (_, _) -> {})) {
            new ReprocessFunction(parts)
                    .handleRequest(new ByteArrayInputStream(json.getBytes(UTF_8)), reply, new LocalContext(LONG));
        }
        return reply.toString(UTF_8);
    }

    /// Receives what is in the queue so often that it becomes dead letters.
    static void neglect(UploadQueue queue) {
        Awaitility.await().until(() -> {
            queue.sqs()
                    .receiveMessage(it ->
                            it.queueUrl(queue.url()).maxNumberOfMessages(10).visibilityTimeout(0));
            return queue.depth() == 0;
        });
    }
}
