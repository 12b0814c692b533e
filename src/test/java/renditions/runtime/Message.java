package renditions.runtime;

import java.util.List;
import renditions.local.cloud.UploadedObject;
import renditions.testing.Events;
import tools.jackson.databind.json.JsonMapper;

/// A message of a batch, and the truth about it.
///
/// @param uploads the uploads that it announces
/// @param hopeless whether it can never be done: one of its pictures is corrupt or gone, or it is unreadable
record Message(String id, String body, List<UploadedObject> uploads, boolean hopeless) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Message {
        uploads = List.copyOf(uploads);
    }

    /// A message that announces these uploads.
    static Message announcing(String id, List<UploadedObject> uploads, boolean hopeless) {
        var body = JSON.createObjectNode();
        var records = body.putArray("Records");
        for (var upload : uploads) {
            var record = Events.s3Record(upload.key());
            record.withObject("/s3/bucket").put("name", upload.bucket());
            record.withObject("/s3/object").put("size", upload.size()).put("eTag", upload.eTag());
            records.add(record);
        }
        return new Message(id, body.toString(), uploads, hopeless);
    }

    /// S3's test event when notifications are set up; it asks for nothing.
    static Message test(String id) {
        return new Message(id, "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}", List.of(), false);
    }

    /// A message that is no S3 notification.
    static Message unreadable(String id) {
        return new Message(id, "hello", List.of(), true);
    }

    /// The event that hands the function these messages for the first time.
    static byte[] event(List<Message> batch) {
        return event(batch, 1);
    }

    /// The event that hands the function these messages.
    ///
    /// @param receiveCount how often they were received, this time included
    static byte[] event(List<Message> batch, int receiveCount) {
        var event = JSON.createObjectNode();
        var records = event.putArray("Records");
        for (var message : batch) {
            var record = Events.sqsRecord(message.id, message.body);
            record.putObject("attributes").put("ApproximateReceiveCount", Integer.toString(receiveCount));
            records.add(record);
        }
        return JSON.writeValueAsBytes(event);
    }
}
