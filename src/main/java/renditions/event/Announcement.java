package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import renditions.json.Json;
import renditions.store.ObjectId;
import tools.jackson.databind.node.ObjectNode;

/// Writes messages that announce what S3 did not announce, or what was lost: notifications in the form of S3, which
/// this package reads (S3 user guide, "Event message structure"). They have no sequencer, so they order nothing:
/// what is at the key decides.
public final class Announcement {
    /// What an object's event is named when its upload may have renditions that are not right although its message
    /// is received for the first time. S3 sends no such event.
    static final String DOUBTFUL = "ObjectCreated:Verify";

    private static final String MISSED = "ObjectCreated:Reprocess";
    private static final String REMOVED = "ObjectRemoved:Reprocess";
    private static final String VERSION = "2.5";

    private Announcement() {}

    /// Announces an upload.
    ///
    /// @param etag of its content, without quotes
    /// @param size in bytes
    /// @param doubtful whether it is worked on as if its message was redelivered: its renditions are compared with
    ///     their manifest even if that is up to date
    /// @param at when this is written
    /// @return the body of a message, JSON; a key of 1,024 bytes gives at most 4 KB
    public static String created(ObjectId upload, String etag, long size, boolean doubtful, Instant at) {
        var notification = Json.object();
        object(notification, upload, doubtful ? DOUBTFUL : MISSED, at)
                .put("size", size)
                .put("eTag", etag);
        return text(notification);
    }

    /// Announces that an upload was removed.
    ///
    /// @return as for [#created]
    public static String removed(ObjectId upload, Instant at) {
        var notification = Json.object();
        object(notification, upload, REMOVED, at);
        return text(notification);
    }

    /// @return the part about the object, which has its key
    private static ObjectNode object(ObjectNode notification, ObjectId upload, String name, Instant at) {
        var record = notification
                .putArray("Records")
                .addObject()
                .put("eventVersion", VERSION)
                .put("eventSource", "aws:s3")
                .put("eventTime", at.toString())
                .put("eventName", name);
        var s3 = record.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "reprocess");
        s3.putObject("bucket").put("name", upload.bucket());
        return s3.putObject("object").put("key", URLEncoder.encode(upload.key(), UTF_8));
    }

    private static String text(ObjectNode notification) {
        return new String(Json.writeAscii(notification), UTF_8);
    }
}
