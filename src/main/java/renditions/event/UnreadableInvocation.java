package renditions.event;

import java.io.Serial;

/// The function was invoked with something it has no reply for. Thrown on to Lambda: a batch comes again as a whole,
/// nothing is lost.
public final class UnreadableInvocation extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableInvocation(String reason) {
        super("This is not a batch of an SQS queue: " + reason
                + "; send the bucket's notifications to a queue and make that queue the function's trigger.");
    }
}
