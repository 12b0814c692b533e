package renditions.event;

import java.io.Serial;

/// Thrown if a part of an event is wrong. It ends the reading of that part, and becomes an [Entry.Unreadable] or an
/// [UnreadableInvocation] before it leaves this package. It has no stack trace, because the event is wrong and not
/// the code.
final class Misread extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason what is wrong and where, for people; it quotes the event only in an [Excerpt]
    Misread(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
