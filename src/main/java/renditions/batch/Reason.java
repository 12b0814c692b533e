package renditions.batch;

/// Why an item was not started, or not finished. Items are named by their place in the batch, from 0 on. The words
/// for people are made where they are shown.
public sealed interface Reason {
    /// The time was over before its turn came.
    record NoTimeLeft() implements Reason {}

    /// It was not expected to be done in the time left beside other items, and its turn did not come before
    /// the time was over.
    ///
    /// @param expectedNanos how long it was expected to take, in nanoseconds
    /// @param leftNanos how much time was left when the item was last looked at, in nanoseconds; zero if none
    ///     was
    record TooLong(long expectedNanos, long leftNanos) implements Reason {}

    /// The failure of an item stopped the batch.
    record StoppedBy(int item) implements Reason {}

    /// An item before it in its group is not done.
    record Behind(int item) implements Reason {}

    /// The time was over while it ran, and it stopped.
    record TimeOver() implements Reason {}

    /// It had not ended when the answer was due.
    record AnswerDue() implements Reason {}

    /// It was cancelled while it worked on a lane.
    ///
    /// @param lane where it worked
    record Stopped(Lane lane) implements Reason {}

    /// Part of it cannot be stopped once it has begun, and was not expected to be done in the time left.
    ///
    /// @param part its name, for people
    record Unstoppable(String part) implements Reason {}

    /// The process that worked on it gave no answer.
    record Unanswered() implements Reason {}

    /// The lane that an item's work runs on.
    enum Lane {
        NETWORK,
        PIXELS
    }
}
