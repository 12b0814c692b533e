package renditions.local.report;

/// Where a delivery is in the end, in words for people.
public enum Place {
    /// It was acknowledged.
    DELETED("deleted"),
    /// It was received too often.
    DEAD_LETTERS("moved to the dead-letter queue"),
    /// It was not acknowledged, and there is no queue that could redeliver it.
    LEFT("not acknowledged"),
    /// S3 did not take its upload, so there is no delivery.
    NOWHERE("never announced");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
