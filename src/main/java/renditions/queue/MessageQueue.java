package renditions.queue;

import java.util.List;
import renditions.batch.Cancellation;

/// A queue of messages, and the dead-letter queue behind it. Safe for use by many threads at once.
///
/// Calls wait for the network and are meant for virtual threads; a cancellation ends them promptly with
/// [QueueProblem.Kind#STOPPED]. A failure is a value, never an exception.
public interface MessageQueue {
    /// The most messages of one call (`SendMessageBatch` of the SQS API reference). Together they have at most 1
    /// MiB.
    int AT_ONCE = 10;

    /// Sends messages. After a problem some of them may have been sent all the same.
    ///
    /// @param bodies 1 to [#AT_ONCE]
    /// @return [Sent.All] once every one of them is durable, or the reason why that is not certain
    Sent send(Cancellation cancellation, List<String> bodies);

    /// How many messages are in the queue: visible, received, or delayed. SQS gives an estimate.
    Depth depth(Cancellation cancellation);

    /// Starts to move all messages of the dead-letter queue back. It goes on in the background; every message gets
    /// a new id and a receive count of 0.
    ///
    /// @return [Redriven.Started], also if that is under way already, or the reason why it did not start
    Redriven redrive(Cancellation cancellation);

    /// The result of sending.
    sealed interface Sent permits Sent.All, QueueProblem {
        /// All messages are durable.
        record All() implements Sent {}
    }

    /// The result of counting.
    sealed interface Depth permits Depth.Messages, QueueProblem {
        /// A number of messages.
        ///
        /// @param count not negative
        record Messages(long count) implements Depth {}
    }

    /// The result of moving the dead letters back.
    sealed interface Redriven permits Redriven.Started, QueueProblem {
        /// SQS moves them, from now on or since before.
        record Started() implements Redriven {}
    }
}
