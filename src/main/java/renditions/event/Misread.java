package renditions.event;

import java.io.Serial;

/// Part of an event is not what it must be. Ends the reading of that part, and becomes an [Entry.Unreadable] or an
/// [UnreadableInvocation] before it leaves this package. Has no stack trace: it tells of the event, not of the code.
final class Misread extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason what was found where, for people; whatever it quotes of the event is an [Excerpt]
    Misread(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
