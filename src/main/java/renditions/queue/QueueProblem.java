package renditions.queue;

import renditions.batch.Severity;
import renditions.queue.MessageQueue.Depth;
import renditions.queue.MessageQueue.Redriven;
import renditions.queue.MessageQueue.Sent;

/// The reason why a call to the queue did not do what it should.
///
/// @param message what is wrong, for people: one sentence
public record QueueProblem(Kind kind, String message) implements Sent, Depth, Redriven {
    /// All kinds of problems; their names are the codes.
    public enum Kind {
        /// A cancellation stopped the call.
        STOPPED(Severity.RETRYABLE),
        /// There is no such queue.
        NO_QUEUE(Severity.CRITICAL),
        /// The function may not do this, or its credentials are not valid.
        QUEUE_DENIED(Severity.CRITICAL),
        /// SQS refuses the call itself.
        QUEUE_REFUSED(Severity.PERMANENT),
        /// SQS did not answer, cannot serve the call now, or did not take a message.
        QUEUE_UNAVAILABLE(Severity.RETRYABLE);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }
    }

    /// What follows from it.
    public Severity severity() {
        return kind.severity;
    }
}
