package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the event that Lambda hands to the function when uploads reached it over an SQS queue: one message for
/// each object, its body the S3 notification as a string. The same objects and time give the same bytes.
///
/// Shape: "Using Lambda with Amazon SQS" and "Event message structure" of the AWS documentation.
public final class SqsEvents {
    private static final String REGION = "eu-west-1";
    private static final String ACCOUNT = "123456789012"; // the documentation's example account
    private static final long MILLIS_APART = 137;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final String queue;
    private final Instant first;

    /// @param queue the name of a standard queue
    /// @param first when the first object was uploaded
    public SqsEvents(String queue, Instant first) {
        this.queue = queue;
        this.first = first;
    }

    /// The event of one batch, as indented JSON with a line feed at its end.
    ///
    /// @param objects in the order of their upload; that Lambda never sends more than 10 000 or 6 MB at once is
    ///     the caller's care
    public String batch(List<UploadedObject> objects) {
        var event = NODES.objectNode();
        var records = event.putArray("Records");
        for (int i = 0; i < objects.size(); i++) {
            records.add(message(objects.get(i), i));
        }
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(event) + "\n";
    }

    private ObjectNode message(UploadedObject object, int index) {
        String body = JSON.writeValueAsString(notification(object, index));
        String id = id("message", object, index).toString();
        long sent = uploaded(index).toEpochMilli() + 412;
        var message = NODES.objectNode()
                .put("messageId", id)
                .put("receiptHandle", receiptHandle(id))
                .put("body", body);
        message.putObject("attributes")
                .put("ApproximateReceiveCount", "1")
                .put("SentTimestamp", Long.toString(sent))
                .put("SenderId", "AROAEXAMPLEEXAMPLE123:S3-PROD-END")
                .put("ApproximateFirstReceiveTimestamp", Long.toString(sent + 23));
        message.putObject("messageAttributes");
        return message.put("md5OfBody", HexFormat.of().formatHex(Digest.md5(body.getBytes(UTF_8))))
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:%s:%s:%s".formatted(REGION, ACCOUNT, queue))
                .put("awsRegion", REGION);
    }

    private ObjectNode notification(UploadedObject object, int index) {
        var notification = NODES.objectNode();
        var entry = notification
                .putArray("Records")
                .addObject()
                .put("eventVersion", "2.5")
                .put("eventSource", "aws:s3")
                .put("awsRegion", REGION)
                .put("eventTime", MILLIS.format(uploaded(index)))
                .put("eventName", "ObjectCreated:Put");
        entry.putObject("userIdentity").put("principalId", "AWS:AIDAEXAMPLEEXAMPLE456");
        entry.putObject("requestParameters").put("sourceIPAddress", "192.0.2.7"); // an address for documentation
        entry.putObject("responseElements")
                .put("x-amz-request-id", requestId(object, index))
                .put("x-amz-id-2", receiptHandle(object.key()));
        entry.set("s3", uploadOf(object, index));
        return notification;
    }

    private static ObjectNode uploadOf(UploadedObject object, int index) {
        var s3 = NODES.objectNode().put("s3SchemaVersion", "1.0").put("configurationId", "uploads");
        var bucket = s3.putObject("bucket").put("name", object.bucket());
        bucket.putObject("ownerIdentity").put("principalId", "A2EXAMPLE3OWNER");
        bucket.put("arn", "arn:aws:s3:::" + object.bucket());
        s3.putObject("object")
                .put("key", formEncoded(object.key()))
                .put("size", object.size())
                .put("eTag", object.eTag())
                .put("sequencer", "0069%014X".formatted(0x55E1A0C3_7B4000L + index));
        return s3;
    }

    /// A key as S3 writes it into a notification: form-encoded, slashes as they are.
    static String formEncoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }

    private Instant uploaded(int index) {
        return first.plusMillis(index * MILLIS_APART);
    }

    private static UUID id(String kind, UploadedObject object, int index) {
        return UUID.nameUUIDFromBytes("%s %d %s %s"
                .formatted(kind, index, object.bucket(), object.key())
                .getBytes(UTF_8));
    }

    private static String requestId(UploadedObject object, int index) {
        return "%016X".formatted(id("request", object, index).getMostSignificantBits());
    }

    private static String receiptHandle(String of) {
        return Base64.getEncoder().encodeToString(Digest.sha256(of.getBytes(UTF_8)));
    }
}
