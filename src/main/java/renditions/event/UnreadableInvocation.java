package renditions.event;

import java.io.Serial;

/// Thrown if no reader knows the event. It reaches Lambda, so nothing is acknowledged, and a queue redelivers the
/// whole batch. A retry does not help until the function or its trigger is changed.
public final class UnreadableInvocation extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableInvocation(String reason) {
        super("No source of this function sends such an event: " + reason
                + "; send the bucket's notifications to a queue and make that queue the function's trigger.");
    }
}
