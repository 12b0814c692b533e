package renditions.runtime;

import java.time.Duration;

/// One invocation of the function, as Lambda sees it. All moments are values of [System#nanoTime()].
///
/// @param timeout the time that was left when it began; zero or negative for none
/// @param begun when the event was handed out
/// @param machine the machine that it ran on
public record Invocation(String id, Duration timeout, long begun, InvocationStatus status, Machine machine) {
    /// With less time left than this, no function can promise an answer before the deadline, because it takes some
    /// time to compute it, to deliver it and to be scheduled. Such an invocation must be answered at once, that is
    /// within this time.
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /// When the answer is due: at the deadline, or at once if the deadline is too near.
    long due() {
        return begun + patience(timeout).toNanos();
    }

    /// How long the tests wait before they kill the process.
    static Duration patience(Duration timeout) {
        return timeout.compareTo(AT_ONCE) < 0 ? AT_ONCE : timeout;
    }
}
