package renditions.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;
import tools.jackson.databind.JsonNode;

/// Reads the event notifications of S3 and of stores with the same interface (S3 user guide, "Event message
/// structure"): all versions 2.x.
final class NotificationReader {
    /// The most records of one notification. S3 sends 1. A message with more records than this could never be done
    /// in one invocation.
    static final int MOST_RECORDS = 1000;

    private static final String CREATED = "ObjectCreated:";
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    /// ETags and version ids are opaque. Other characters than these could end the HTTP header that they are sent
    /// in.
    private static final Pattern OPAQUE = Pattern.compile("[!-~]{1,1024}");

    private NotificationReader() {}

    /// The entries of a notification, never empty, none twice. A record that cannot be read is an
    /// [Entry.Unreadable].
    ///
    /// @throws Misread if the body is no notification at all
    static List<Entry> entries(String body) throws Misread {
        var notification = JsonObject.read(body, "body");
        if (isTestEvent(notification.node())) {
            return List.of(new Entry.Ignored("the test event that S3 sends when notifications are set up"));
        }
        var records = notification.array("Records");
        if (records.isEmpty()) {
            return List.of(new Entry.Ignored("a notification without records"));
        }
        if (records.size() > MOST_RECORDS) {
            throw new Misread(String.format(
                    Locale.ROOT,
                    "body has %d records, more than the %d that are read from one message",
                    records.size(),
                    MOST_RECORDS));
        }
        return records.valueStream().map(NotificationReader::entry).distinct().toList();
    }

    private static boolean isTestEvent(JsonNode body) {
        return !body.has("Records") && body.path("Event").asString("").equals("s3:TestEvent");
    }

    private static Entry entry(JsonNode node) {
        try {
            var record = JsonObject.of(node, "body.Records[]");
            requireNotification(record);
            var eventName = Excerpt.of(withoutPrefix(record.text("eventName")));
            return eventName.startsWith(CREATED)
                    ? upload(record.object("s3"))
                    : new Entry.Ignored(eventName + " makes no renditions");
        } catch (Misread problem) {
            return new Entry.Unreadable(problem.reason());
        }
    }

    private static void requireNotification(JsonObject record) throws Misread {
        var source = record.text("eventSource"); // aws:s3; other stores have their own name before the colon
        if (!source.endsWith(":s3")) {
            throw new Misread("the eventSource is '" + Excerpt.of(source) + "', not aws:s3");
        }
        var version = record.text("eventVersion");
        if (!version.equals("2") && !version.startsWith("2.")) {
            throw new Misread("the eventVersion is '" + Excerpt.of(version) + "', only 2.x is known");
        }
    }

    private static String withoutPrefix(String eventName) {
        return eventName.startsWith("s3:") ? eventName.substring("s3:".length()) : eventName;
    }

    private static Upload upload(JsonObject s3) throws Misread {
        var object = s3.object("object");
        var id = new ObjectId(bucket(s3.object("bucket")), key(object), version(object));
        return new Upload(id, opaque(object, "eTag"), object.optionalCount("size"));
    }

    private static String bucket(JsonObject bucket) throws Misread {
        var name = bucket.text("name");
        if (!BUCKET.matcher(name).matches()) {
            throw new Misread("'" + Excerpt.of(name) + "' is not the name of a bucket");
        }
        return name;
    }

    private static String key(JsonObject object) throws Misread {
        var encoded = object.text("key");
        try {
            var key = FormEncoding.decode(encoded);
            if (key.getBytes(UTF_8).length > ObjectId.LONGEST_KEY_BYTES) {
                throw new Misread("it is longer than " + ObjectId.LONGEST_KEY_BYTES + " bytes");
            }
            return key;
        } catch (Misread problem) {
            throw new Misread("the key '" + Excerpt.of(encoded) + "' is unusable: " + problem.reason());
        }
    }

    /// The version; null for "null", which is S3's version of objects that are older than the bucket's versioning.
    private static @Nullable String version(JsonObject object) throws Misread {
        var version = opaque(object, "versionId");
        return "null".equals(version) ? null : version;
    }

    private static @Nullable String opaque(JsonObject object, String field) throws Misread {
        var text = object.optionalText(field);
        if (text != null && !OPAQUE.matcher(text).matches()) {
            throw new Misread("the " + field + " '" + Excerpt.of(text) + "' is not 1 to 1024 visible ASCII characters");
        }
        return text;
    }
}
