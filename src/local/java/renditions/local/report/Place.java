package renditions.local.report;

/// Where a message is in the end, in the words people read.
public enum Place {
    /// It was acknowledged.
    DELETED("deleted"),
    /// It was received too often.
    DEAD_LETTERS("moved to the dead-letter queue"),
    /// The function named it in its answer, and there is no queue that it could come from again.
    NAMED("named in the answer: a queue would deliver it again"),
    /// S3 did not take its upload, so there is no message.
    NOWHERE("never announced");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
