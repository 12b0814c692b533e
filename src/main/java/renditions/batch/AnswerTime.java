package renditions.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How long an answer takes from the seal to its delivery, learned from the answers delivered before: the longest
/// one, fading a little with every answer. One for the whole process; safe for use by many threads.
public final class AnswerTime {
    /// How much of the longest time remains after the next answer, in percent. After seven answers half of it
    /// remains.
    private static final long REMEMBERED = 90;

    /// The expected time of a process's first answer, in nanoseconds: its classes are loaded meanwhile.
    private static final long FIRST = 100_000_000;

    private final AtomicLong nanos = new AtomicLong(FIRST);

    /// Learns from an answer that was delivered.
    ///
    /// @param took from the seal on, in nanoseconds
    public void learn(long took) {
        nanos.updateAndGet(longest -> Math.max(took, longest / 100 * REMEMBERED));
    }

    /// How long the next answer may take.
    public Duration expected() {
        return Duration.ofNanos(nanos.get());
    }
}
