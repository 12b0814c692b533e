package renditions.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Events for tests: the files of `events/`, and made-up ones with only the fields that the function needs.
public final class Events {
    private static final JsonMapper JSON = new JsonMapper();

    private Events() {}

    /// A file of the folder `events`.
    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of("events", name));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// A batch of messages `m0`, `m1`, … with these bodies.
    public static byte[] sqs(List<? extends @Nullable String> bodies) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        IntStream.range(0, bodies.size()).forEach(i -> records.add(sqsRecord("m" + i, bodies.get(i))));
        return JSON.writeValueAsBytes(event);
    }

    /// The same batch, received for the second time.
    public static byte[] redelivered(List<String> bodies) {
        var event = JSON.readTree(sqs(bodies));
        event.path("Records")
                .forEach(record -> ((ObjectNode) record).putObject("attributes").put("ApproximateReceiveCount", "2"));
        return JSON.writeValueAsBytes(event);
    }

    /// One message of a batch.
    public static ObjectNode sqsRecord(String id, @Nullable String body) {
        return JSON.createObjectNode()
                .put("messageId", id)
                .put("body", body)
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:uploads");
    }

    /// The body of a message: S3's notification that an object was created.
    ///
    /// @param encodedKey the key, encoded as in the notification
    public static String created(String encodedKey) {
        return "{\"Records\":[" + s3Record(encodedKey) + "]}";
    }

    /// One record of a notification.
    public static ObjectNode s3Record(String encodedKey) {
        var record = JSON.createObjectNode()
                .put("eventVersion", "2.5")
                .put("eventSource", "aws:s3")
                .put("eventName", "ObjectCreated:Put");
        var s3 = record.putObject("s3");
        s3.putObject("bucket").put("name", "uploads");
        s3.putObject("object").put("key", encodedKey);
        return record;
    }
}
