package renditions.runtime;

import java.time.Duration;

/// One invocation of the function, as Lambda sees it. All moments are of [System#nanoTime()].
///
/// @param timeout what was left of its time when it began; zero or negative: nothing
/// @param begun when the event was handed out
/// @param machine what it ran on
record Invocation(String id, Duration timeout, long begun, Ending ending, Machine machine) {
    /// With less time left than this nobody can promise an answer before the deadline: to compute it, to deliver
    /// it and to be scheduled takes some. Such an invocation must be answered at once, which is to say within
    /// this time.
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    /// When the answer is due: at the deadline, or at once where that is too near.
    long due() {
        return begun + patience(timeout).toNanos();
    }

    /// How long Lambda waits before it kills.
    static Duration patience(Duration timeout) {
        return timeout.compareTo(AT_ONCE) < 0 ? AT_ONCE : timeout;
    }
}
