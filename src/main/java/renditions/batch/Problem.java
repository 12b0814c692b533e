package renditions.batch;

import org.jspecify.annotations.Nullable;

/// Why an item failed.
///
/// @param code the kind of problem in one upper-case word, stable, for logs and machines
/// @param message what is wrong, why, and what to do, one sentence for people
/// @param severity what follows from it
/// @param cause what was thrown, or null
public record Problem(
        String code,
        String message,
        Severity severity,
        @Nullable Throwable cause) {
    /// A problem without a throwable.
    public static Problem of(String code, String message, Severity severity) {
        return new Problem(code, message, severity, null);
    }

    /// An unexpected problem: a bug, or memory that ran out. Another try may succeed.
    public static Problem unexpected(Throwable cause) {
        return new Problem("UNEXPECTED", "unexpected: " + cause, Severity.RETRYABLE, cause);
    }
}
