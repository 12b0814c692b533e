package renditions.batch;

/// What an item's failure means for the other items of its batch. A quarantined item
/// ([Outcome.Quarantined]) is acknowledged, so it has not failed: nothing stops because of it, and its group goes on.
public enum FailurePolicy {
    /// Nothing: every item is worked on.
    COLLECT,
    /// The first failure ends the batch: running items are stopped, and no more are started.
    FAIL_FAST,
    /// A [Severity#CRITICAL] problem ends the batch, because every other item would meet it too.
    STOP_ON_CRITICAL,
    /// A failure ends its group. The items of a group run one after the other, each only when all before it are
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
