package renditions.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import renditions.json.Json;
import renditions.store.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a message, as far as a replay looks at it itself; the function judges it.
final class Notification {
    private static final Pattern IN_PARTS = Pattern.compile("\"?[0-9a-fA-F]{32}-[0-9]{1,5}\"?");

    private Notification() {}

    /// Whether this is the ETag of an upload in parts, which is no digest of its content.
    static boolean isInParts(@Nullable String etag) {
        return etag != null && IN_PARTS.matcher(etag).matches();
    }

    /// The record of a message with other ETags for uploads in parts, and without the sizes that belong to the old
    /// ones.
    ///
    /// @param etags the new one for each upload
    static JsonNode withETags(JsonNode record, Map<ObjectId, String> etags) {
        var body = parsed(record.path("body").asString(""));
        boolean changed = false;
        for (var entry : body.path("Records")) {
            var other = upload(entry.path("s3")).map(etags::get);
            if (other.isPresent() && entry.path("s3").path("object") instanceof ObjectNode object) {
                object.put("eTag", other.get());
                object.remove("size"); // the file's content is another, and may be longer
                changed = true;
            }
        }
        return changed ? ((ObjectNode) record.deepCopy()).put("body", new String(Json.write(body), UTF_8)) : record;
    }

    /// The upload in parts that this is about; empty if it is about something else.
    private static Optional<ObjectId> upload(JsonNode s3) {
        var object = s3.path("object");
        try {
            return isInParts(object.path("eTag").asString(""))
                    ? Optional.of(new ObjectId(
                            s3.path("bucket").path("name").asString(""),
                            URLDecoder.decode(object.path("key").asString(""), UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.empty(); // the function says so
        }
    }

    /// What to do about a body in which something else wraps the notification; empty if nothing does.
    static Optional<String> wrapping(String text) {
        var body = parsed(text);
        if (body.path("Type").asString("").equals("Notification") && body.has("TopicArn")) {
            return Optional.of("SNS wraps the notification: set RawMessageDelivery on the topic's subscription,"
                    + " or let the bucket notify the queue itself");
        }
        return body.has("detail-type") && body.has("source")
                ? Optional.of("EventBridge wraps the notification: let the bucket notify the queue itself")
                : Optional.empty();
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException notJson) {
            return Json.object();
        }
    }
}
