package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/// Writes the event that Lambda hands to the function for uploads that come through an SQS queue: one message for
/// each object, with the S3 notification as its body. The same objects and time give the same bytes.
///
/// Shape: see [SqsRecord] and [S3Notification].
public final class SqsEvents {
    private static final String ACCOUNT = "123456789012"; // the documentation's example account
    private static final long MILLIS_APART = 137;

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
    /// @param objects in the order of their upload; the caller keeps within Lambda's limits of 10,000 messages and
    ///     6 MB
    public String batch(List<UploadedObject> objects) {
        return SqsRecord.event(IntStream.range(0, objects.size())
                .mapToObj(i -> message(objects.get(i), i))
                .toList());
    }

    private SqsRecord message(UploadedObject object, int index) {
        var body = notification(object, index).body();
        var id = id("message", object, index).toString();
        long sent = uploaded(index).toEpochMilli() + 412;
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("ApproximateReceiveCount", "1");
        attributes.put("SentTimestamp", Long.toString(sent));
        attributes.put("SenderId", "AROAEXAMPLEEXAMPLE123:S3-PROD-END");
        attributes.put("ApproximateFirstReceiveTimestamp", Long.toString(sent + 23));
        return new SqsRecord(
                id,
                receiptHandle(id),
                body,
                HexFormat.of().formatHex(Digest.md5(body.getBytes(UTF_8))),
                attributes,
                "arn:aws:sqs:%s:%s:%s".formatted(S3Notification.REGION, ACCOUNT, queue));
    }

    private S3Notification notification(UploadedObject object, int index) {
        return new S3Notification(
                object.bucket(),
                object.key(),
                new S3Notification.Content(object.size(), object.eTag()),
                S3Notification.sequencer(S3Notification.FIRST + index),
                uploaded(index),
                requestId(object, index),
                receiptHandle(object.key()));
    }

    private Instant uploaded(int index) {
        return first.plusMillis(index * MILLIS_APART);
    }

    private static UUID id(String kind, UploadedObject object, int index) {
        return UUID.nameUUIDFromBytes(
                String.format(Locale.ROOT, "%s %d %s %s", kind, index, object.bucket(), object.key())
                        .getBytes(UTF_8));
    }

    private static String requestId(UploadedObject object, int index) {
        return "%016X".formatted(id("request", object, index).getMostSignificantBits());
    }

    private static String receiptHandle(String of) {
        return Base64.getEncoder().encodeToString(Digest.sha256(of.getBytes(UTF_8)));
    }
}
