package renditions.batch;

/// What one item's failure means for the others of its batch.
public enum FailurePolicy {
    /// Nothing: every item is worked on, every outcome gathered.
    COLLECT,
    /// The end: the first failure stops what runs, and nothing more is started.
    FAIL_FAST,
    /// The end, if the problem is [Severity#CRITICAL]: the others would only meet it again.
    STOP_ON_CRITICAL,
    /// The end of its group: a group's items run one after the other, each only when all before it are
    /// acknowledged. Groups run side by side; with a single group the batch is sequential.
    ORDERED;

    /// Whether this outcome ends the whole batch.
    boolean stopsAll(Outcome<?> outcome) {
        return switch (this) {
            case COLLECT, ORDERED -> false;
            case FAIL_FAST -> outcome instanceof Outcome.Failed<?>;
            case STOP_ON_CRITICAL ->
                outcome instanceof Outcome.Failed<?>(var problem) && problem.severity() == Severity.CRITICAL;
        };
    }
}
