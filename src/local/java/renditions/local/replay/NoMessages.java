package renditions.local.replay;

import java.io.Serial;

/// Thrown if a file holds JSON in which no messages are found. It ends the reading, and becomes an
/// [Exported.Refused] before it leaves this package.
final class NoMessages extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param problem the rest of a sentence that begins with the file, for people
    NoMessages(String problem) {
        super(problem, null, false, false);
    }
}
