package renditions.event;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads the event notifications of S3 and of stores with the same interface (S3 user guide, "Event message
/// structure"): all versions 2.x.
final class NotificationReader {
    /// The most records of one notification. S3 sends 1. A message with more records than this could never be done
    /// in one invocation.
    static final int MOST_RECORDS = 1000;

    private static final String CREATED = "ObjectCreated:";

    /// The events of requests, and of the bucket's lifecycle rules.
    private static final List<String> REMOVED = List.of("ObjectRemoved:", "LifecycleExpiration:");

    private NotificationReader() {}

    /// The entries of a notification, never empty, each event once. A record that cannot be read is an
    /// [Entry.Unreadable].
    ///
    /// @throws Misread if this is no notification at all
    static List<Entry> entries(JsonObject notification) throws Misread {
        if (isTestEvent(notification)) {
            return List.of(new Entry.Ignored("the test event that S3 sends when notifications are set up"));
        }
        var records = notification.array("Records");
        if (records.isEmpty()) {
            return List.of(new Entry.Ignored("a notification without records"));
        }
        if (records.size() > MOST_RECORDS) {
            throw new Misread(String.format(
                    Locale.ROOT,
                    "%s has %d records, more than the %d that are read from one message",
                    notification.path(),
                    records.size(),
                    MOST_RECORDS));
        }
        var known = new TreeSet<Subject>();
        return records.valueStream()
                .map(record -> entry(record, notification.path() + ".Records[]"))
                .filter(entry -> known.add(Subject.of("", entry)))
                .toList();
    }

    /// Whether this is what S3 sends when notifications are set up.
    static boolean isTestEvent(JsonObject body) {
        return !body.node().has("Records")
                && body.node().path("Event").asString("").equals("s3:TestEvent");
    }

    private static Entry entry(JsonNode node, String path) {
        try {
            var record = JsonObject.of(node, path);
            requireNotification(record);
            var eventName = Excerpt.of(withoutPrefix(record.text("eventName")));
            if (eventName.startsWith(CREATED)) {
                return object(record).created(eventName.equals(Announcement.DOUBTFUL));
            }
            return REMOVED.stream().anyMatch(eventName::startsWith)
                    ? object(record).removed()
                    : new Entry.Ignored(eventName + " neither makes nor removes an upload");
        } catch (Misread problem) {
            return new Entry.Unreadable(problem.reason());
        }
    }

    private static NotifiedObject object(JsonObject record) throws Misread {
        return new NotifiedObject(record.object("s3"), Spelling.NOTIFICATION);
    }

    private static void requireNotification(JsonObject record) throws Misread {
        var source = record.text("eventSource"); // aws:s3; other stores have their own name before the colon
        if (!source.endsWith(":s3")) {
            throw new Misread("the eventSource is '" + Excerpt.of(source) + "', not aws:s3");
        }
        var version = record.text("eventVersion");
        if (!MajorVersion.is("2", version)) {
            throw new Misread("the eventVersion is '" + Excerpt.of(version) + "', only 2.x is known");
        }
    }

    private static String withoutPrefix(String eventName) {
        return eventName.startsWith("s3:") ? eventName.substring("s3:".length()) : eventName;
    }
}
