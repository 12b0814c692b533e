package renditions.local.report;

/// Where a message is in the end, in the words people read.
public enum Place {
    /// It was acknowledged.
    DELETED("deleted"),
    /// It was received too often.
    DEAD_LETTERS("moved to the dead-letter queue"),
    /// It was not acknowledged, and there is no queue that could redeliver it.
    LEFT("not acknowledged: a queue would redeliver it"),
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
