package renditions.histories;

import java.time.Instant;
import java.util.TreeMap;
import renditions.local.cloud.S3Notification;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadedObject;

/// A message in the queue.
///
/// @param number of the change that it tells of: a larger number is a later change
/// @param received how often the message was received
record QueuedMessage(String id, int number, Step.Change change, int received) {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:123456789012:uploads";

    QueuedMessage receivedOnceMore() {
        return new QueuedMessage(id, number, change, received + 1);
    }

    /// As Lambda hands it over.
    ///
    /// @param count how often it was received, as Lambda says
    /// @param sequencers whether S3 tells the order of its messages
    SqsRecord record(int count, boolean sequencers) {
        var attributes = new TreeMap<String, String>();
        attributes.put("ApproximateReceiveCount", Integer.toString(count));
        return new SqsRecord(id, "receipt-" + id, body(sequencers), "", attributes, QUEUE);
    }

    private String body(boolean sequencers) {
        var bytes = change.content().bytes();
        var content = bytes == null ? null : new S3Notification.Content(bytes.length, UploadedObject.eTag(bytes));
        var sequencer = sequencers ? S3Notification.sequencer(number) : null;
        return new S3Notification(Reality.UPLOADS, change.key(), content, sequencer, Instant.EPOCH, id, "tests").body();
    }
}
