package renditions.event;

/// Reads the events of S3 that EventBridge delivers (S3 user guide, "EventBridge event message structure").
final class EventBridgeReader {
    private static final String CREATED = "Object Created";
    private static final String DELETED = "Object Deleted";

    private EventBridgeReader() {}

    /// Whether this is an event of EventBridge, of S3 or of another service.
    static boolean is(JsonObject body) {
        return body.node().has("detail-type");
    }

    /// The entry of an event.
    ///
    /// @throws Misread if it is none of S3, or of a version that is not known
    static Entry entry(JsonObject event) throws Misread {
        var source = event.text("source");
        if (!source.equals("aws.s3")) {
            throw new Misread("the source is '" + Excerpt.of(source) + "', not aws.s3");
        }
        return switch (event.text("detail-type")) {
            case CREATED -> object(event).created(false);
            case DELETED -> object(event).removed();
            case String other -> new Entry.Ignored(Excerpt.of(other) + " neither makes nor removes an upload");
        };
    }

    private static NotifiedObject object(JsonObject event) throws Misread {
        var detail = event.object("detail");
        requireMajor(detail.text("version"), "0", "detail.version");
        var eventVersion = detail.optionalText("event-version"); // newer than the field above
        if (eventVersion != null) {
            requireMajor(eventVersion, "1", "detail.event-version");
        }
        return new NotifiedObject(detail, Spelling.EVENT_BRIDGE);
    }

    private static void requireMajor(String version, String major, String field) throws Misread {
        if (!MajorVersion.is(major, version)) {
            throw new Misread("the " + field + " is '" + Excerpt.of(version) + "', only " + major + " and " + major
                    + ".x are known");
        }
    }
}
