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

    /// S3's notification that objects were created, as it hands it to the function itself.
    public static byte[] s3(List<String> encodedKeys) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        encodedKeys.forEach(key -> records.add(s3Record(key)));
        return JSON.writeValueAsBytes(event);
    }

    /// A body in an envelope of SNS.
    public static String enveloped(String message) {
        return JSON.createObjectNode()
                .put("Type", "Notification")
                .put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324")
                .put("Message", message)
                .toString();
    }

    /// Messages of a topic, as SNS hands them to the function itself.
    public static byte[] sns(List<String> messages) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        messages.forEach(message -> records.addObject()
                .put("EventSource", "aws:sns")
                .put("EventVersion", "1.0")
                .set("Sns", JSON.readTree(enveloped(message))));
        return JSON.writeValueAsBytes(event);
    }

    /// EventBridge's event that an object was created.
    ///
    /// @param key as it is
    public static String bridged(String key) {
        var event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", "17793124-05d4-b198-2fde-7ededc63b103")
                .put("detail-type", "Object Created")
                .put("source", "aws.s3");
        var detail = event.putObject("detail").put("version", "0");
        detail.putObject("bucket").put("name", "uploads");
        detail.putObject("object").put("key", key);
        return event.toString();
    }

    /// Tasks `t1`, `t2`, … of a job of S3 Batch Operations.
    ///
    /// @param schema 1.0 or 2.0
    public static byte[] tasks(String schema, List<String> encodedKeys) {
        var event = JSON.createObjectNode()
                .put("invocationSchemaVersion", schema)
                .put("invocationId", "YXNkbGZqYWRmaiBhc2Rm");
        event.putObject("job").put("id", "f3cc4f60-61f6-4a2b-8a21-d07600c373ce");
        var tasks = event.putArray("tasks");
        for (var key : encodedKeys) {
            var task = tasks.addObject()
                    .put("taskId", "t" + tasks.size())
                    .put("s3Key", key)
                    .putNull("s3VersionId");
            task.put(
                    schema.equals("1.0") ? "s3BucketArn" : "s3Bucket",
                    schema.equals("1.0") ? "arn:aws:s3:::uploads" : "uploads");
        }
        return JSON.writeValueAsBytes(event);
    }
}
