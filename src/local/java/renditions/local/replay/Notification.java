package renditions.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import renditions.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a message, as far as a replay looks at it itself; the function judges it.
final class Notification {
    private Notification() {}

    /// The record of a message with other ETags in its body, and without the sizes that belong to the old ones.
    ///
    /// @param etags the new one for each old one
    static JsonNode withETags(JsonNode record, Map<String, String> etags) {
        var body = parsed(record.path("body").asString(""));
        boolean changed = false;
        for (var entry : body.path("Records")) {
            if (entry.path("s3").path("object") instanceof ObjectNode object) {
                var other = etags.get(object.path("eTag").asString(""));
                if (other != null) {
                    object.put("eTag", other);
                    object.remove("size"); // the file's content is another, and may be longer
                    changed = true;
                }
            }
        }
        return changed ? ((ObjectNode) record.deepCopy()).put("body", new String(Json.write(body), UTF_8)) : record;
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
