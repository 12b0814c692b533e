package renditions.event;

import java.io.Serial;

/// Thrown if no reader knows the event. It reaches Lambda, so nothing is acknowledged, and a queue redelivers the
/// whole batch. A retry does not help until the function or its trigger is changed.
public final class UnreadableInvocation extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableInvocation(String reason) {
        super("This is not a batch of an SQS queue: " + reason
                + "; send the bucket's notifications to a queue and make that queue the function's trigger.");
    }
}
