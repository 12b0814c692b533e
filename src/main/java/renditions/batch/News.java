package renditions.batch;

/// What the thread that runs a batch is told by its items.
sealed interface News {
    /// An item has ended. Its outcome is in the ledger, or came too late for it.
    record Ended(int item) implements News {}

    /// An item has ended without an outcome, and waits until nothing else runs.
    ///
    /// @param why what it found out about itself
    record PutBack(int item, Reason.TooLong why) implements News {}

    /// The prediction of a running item has changed.
    record Predicted() implements News {}
}
