package renditions.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.function.UnaryOperator;
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
        var body = record.path("body").asString("");
        var other = withETags(body, etags);
        return other.equals(body) ? record : ((ObjectNode) record.deepCopy()).put("body", other);
    }

    /// The same for what S3 or EventBridge sends, with an envelope of SNS or without.
    private static String withETags(String text, Map<ObjectId, String> etags) {
        if (!(parsed(text) instanceof ObjectNode body)) {
            return text;
        }
        boolean changed = replace(body.path("detail"), "etag", key -> key, etags);
        for (var entry : body.path("Records")) {
            changed |= replace(entry.path("s3"), "eTag", key -> URLDecoder.decode(key, UTF_8), etags);
        }
        var message = body.path("Message").asString("");
        var other = message.isEmpty() ? message : withETags(message, etags);
        if (!other.equals(message)) {
            body.put("Message", other);
            changed = true;
        }
        return changed ? new String(Json.write(body), UTF_8) : text;
    }

    /// @param about what has the fields `bucket` and `object`
    /// @param key decodes the key
    private static boolean replace(
            JsonNode about, String etag, UnaryOperator<String> key, Map<ObjectId, String> etags) {
        if (!(about.path("object") instanceof ObjectNode object)
                || !isInParts(object.path(etag).asString(""))) {
            return false;
        }
        try {
            var upload = new ObjectId(
                    about.path("bucket").path("name").asString(""),
                    key.apply(object.path("key").asString("")));
            var other = etags.get(upload);
            if (other != null) {
                object.put(etag, other).remove("size"); // the file's content is another, and may be longer
            }
            return other != null;
        } catch (IllegalArgumentException unusable) {
            return false; // the function says so
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.read(text);
        } catch (JacksonException notJson) {
            return Json.object();
        }
    }
}
