package renditions.event;

import java.io.Serial;

/// Thrown if no reader knows the event, or the event lacks what its reply must have. It reaches Lambda, so nothing is
/// acknowledged, and its source hands the event over again or reports it. A retry does not help until the function or
/// its trigger is changed. Its message says in one sentence what that is.
public final class UnreadableInvocation extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param sentence safe to log
    UnreadableInvocation(String sentence) {
        super(sentence);
    }
}
