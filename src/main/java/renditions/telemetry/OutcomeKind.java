package renditions.telemetry;

import renditions.batch.Outcome;

/// The kinds of outcomes, in the order in which a record names deliveries: those to be redelivered first.
enum OutcomeKind {
    FAILED("failed", "Failed", "failed"),
    NOT_FINISHED("notFinished", "NotFinished", "not finished"),
    NOT_STARTED("notStarted", "NotStarted", "not started"),
    QUARANTINED("quarantined", "Quarantined", "quarantined"),
    DONE("done", "Done", "done"),
    SKIPPED("skipped", "Skipped", "skipped");

    /// The name of the field with the ids of its deliveries.
    final String field;

    /// The name of the metric that counts its items.
    final String metric;

    /// Its name for people.
    final String words;

    OutcomeKind(String field, String metric, String words) {
        this.field = field;
        this.metric = metric;
        this.words = words;
    }

    static OutcomeKind of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Failed<?> _ -> FAILED;
            case Outcome.NotFinished<?> _ -> NOT_FINISHED;
            case Outcome.NotStarted<?> _ -> NOT_STARTED;
            case Outcome.Quarantined<?> _ -> QUARANTINED;
            case Outcome.Done<?> _ -> DONE;
            case Outcome.Skipped<?> _ -> SKIPPED;
        };
    }
}
