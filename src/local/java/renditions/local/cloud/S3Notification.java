package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The notification that S3 sends to a queue when an object is created.
///
/// Shape: "Event message structure" of the S3 user guide.
///
/// @param key its key, not encoded
/// @param size in bytes
/// @param eTag without quotation marks
/// @param sequencer orders the notifications of one key, 18 hexadecimal digits
/// @param requestId the id of the request that created the object
/// @param hostId the second id of that request
public record S3Notification(
        String bucket,
        String key,
        long size,
        String eTag,
        String sequencer,
        Instant time,
        String requestId,
        String hostId) {
    /// The region that every notification names.
    public static final String REGION = "eu-west-1";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /// The body of the first message that a bucket sends, when its notifications are set up.
    public static String testEvent(String bucket, Instant time) {
        return JSON.writeValueAsString(NODES.objectNode()
                .put("Service", "Amazon S3")
                .put("Event", "s3:TestEvent")
                .put("Time", MILLIS.format(time))
                .put("Bucket", bucket)
                .put("RequestId", "5582815E1AEA5ADF")
                .put("HostId", "local"));
    }

    /// The body of the message, JSON.
    public String body() {
        var notification = NODES.objectNode();
        var entry = notification
                .putArray("Records")
                .addObject()
                .put("eventVersion", "2.5")
                .put("eventSource", "aws:s3")
                .put("awsRegion", REGION)
                .put("eventTime", MILLIS.format(time))
                .put("eventName", "ObjectCreated:Put");
        entry.putObject("userIdentity").put("principalId", "AWS:AIDAEXAMPLEEXAMPLE456");
        entry.putObject("requestParameters").put("sourceIPAddress", "192.0.2.7"); // an address for documentation
        entry.putObject("responseElements").put("x-amz-request-id", requestId).put("x-amz-id-2", hostId);
        entry.set("s3", created());
        return JSON.writeValueAsString(notification);
    }

    private ObjectNode created() {
        var s3 = NODES.objectNode().put("s3SchemaVersion", "1.0").put("configurationId", "uploads");
        var from = s3.putObject("bucket").put("name", bucket);
        from.putObject("ownerIdentity").put("principalId", "A2EXAMPLE3OWNER");
        from.put("arn", "arn:aws:s3:::" + bucket);
        s3.putObject("object")
                .put("key", formEncoded(key))
                .put("size", size)
                .put("eTag", eTag)
                .put("sequencer", sequencer);
        return s3;
    }

    /// A key as S3 writes it into a notification: form-encoded, except for slashes.
    public static String formEncoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}
