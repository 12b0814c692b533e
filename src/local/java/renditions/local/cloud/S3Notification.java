package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The notification that S3 sends to a queue when an object is created or removed.
///
/// Shape: "Event message structure" of the S3 user guide.
///
/// @param key its key, not encoded
/// @param content the content of a created object; null if the object was removed
/// @param sequencer orders the notifications of one key, 18 hexadecimal digits; null for a store that has none
/// @param requestId the id of the request that created or removed the object
/// @param hostId the second id of that request
public record S3Notification(
        String bucket,
        String key,
        @Nullable Content content,
        @Nullable String sequencer,
        Instant time,
        String requestId,
        String hostId) {
    /// The content of an object.
    ///
    /// @param size in bytes
    /// @param eTag without quotation marks
    public record Content(long size, String eTag) {}

    /// The region that every notification names.
    public static final String REGION = "eu-west-1";

    /// The number before the first change of an object; those of one run follow it.
    static final long FIRST = 0x55E1A0C3_7B4000L;

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
                .put("eventName", content == null ? "ObjectRemoved:Delete" : "ObjectCreated:Put");
        entry.putObject("userIdentity").put("principalId", "AWS:AIDAEXAMPLEEXAMPLE456");
        entry.putObject("requestParameters").put("sourceIPAddress", "192.0.2.7"); // an address for documentation
        entry.putObject("responseElements").put("x-amz-request-id", requestId).put("x-amz-id-2", hostId);
        entry.set("s3", about());
        return JSON.writeValueAsString(notification);
    }

    private ObjectNode about() {
        var s3 = NODES.objectNode().put("s3SchemaVersion", "1.0").put("configurationId", "uploads");
        var from = s3.putObject("bucket").put("name", bucket);
        from.putObject("ownerIdentity").put("principalId", "A2EXAMPLE3OWNER");
        from.put("arn", "arn:aws:s3:::" + bucket);
        var object = s3.putObject("object").put("key", formEncoded(key));
        if (content != null) {
            object.put("size", content.size()).put("eTag", content.eTag());
        }
        if (sequencer != null) {
            object.put("sequencer", sequencer);
        }
        return s3;
    }

    /// The sequencer of the change with this number; a larger number is a later change.
    public static String sequencer(long number) {
        return "0069%014X".formatted(number);
    }

    /// A key as S3 writes it into a notification: form-encoded, except for slashes.
    public static String formEncoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}
