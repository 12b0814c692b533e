package renditions.faults;

/// A call to S3 that the work on an upload makes, a column of the page.
enum FaultyCall {
    READ_MANIFEST("manifest GET", Event.REPLACED, "GET", "/renditions/manifests/%s"),
    READ_UPLOAD("upload GET", Event.REPLACED, "GET", "/uploads/%s"),
    WRITE_RENDITION("rendition PUT", Event.REPLACED, "PUT", "/renditions/renditions/%s/small.webp"),
    WRITE_MANIFEST("manifest PUT", Event.REPLACED, "PUT", "/renditions/manifests/%s"),
    WRITE_REPORT("report PUT", Event.CORRUPTED, "PUT", "/renditions/quarantine/%s/" + Trial.CORRUPT_TAG + ".json"),
    LOOK_AT_RENDITION("rendition HEAD", Event.REDELIVERED, "HEAD", "/renditions/renditions/%s/small.webp"),
    LOOK_AT_UPLOAD("upload HEAD", Event.REMOVED, "HEAD", "/uploads/%s"),
    REMOVE_RENDITION("rendition DELETE", Event.REMOVED, "DELETE", "/renditions/renditions/%s/small.webp");

    private final String title;
    private final Event event;
    private final String method;
    private final String path;

    FaultyCall(String title, Event event, String method, String path) {
        this.title = title;
        this.event = event;
        this.method = method;
        this.path = path;
    }

    /// The event of the work that makes the call.
    enum Event {
        /// The upload was replaced; the message is received for the first time.
        REPLACED,
        /// The upload was replaced; the message is received again.
        REDELIVERED,
        /// The upload was replaced by one that is no picture.
        CORRUPTED,
        /// The upload was removed.
        REMOVED;

        /// How the work ends if no fault lasts.
        String success() {
            return switch (this) {
                case REPLACED, REDELIVERED -> "done";
                case CORRUPTED -> "quarantined";
                case REMOVED -> "removed";
            };
        }
    }

    Event event() {
        return event;
    }

    /// For people.
    String title() {
        return title;
    }

    /// The HTTP method.
    String method() {
        return method;
    }

    /// Bucket and key as in a URL.
    ///
    /// @param upload its key
    String path(String upload) {
        return path.formatted(upload);
    }

    /// Whether its answer has a body, errors included.
    boolean isAnsweredWithABody() {
        return !method.equals("HEAD");
    }

    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /// The permission that it needs, as IAM names it.
    String permission() {
        return switch (method) {
            case "PUT" -> "s3:PutObject";
            case "DELETE" -> "s3:DeleteObject";
            default -> "s3:GetObject";
        };
    }
}
