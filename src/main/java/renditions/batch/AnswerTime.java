package renditions.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How long it takes from the seal until an answer is delivered, learned from those that were: the longest of
/// late, of which every later answer forgets a little. One for the whole process; safe for use by many threads.
public final class AnswerTime {
    /// What is left of a long one after the next answer, in percent: half of it after seven.
    private static final long REMEMBERED = 90;

    private final AtomicLong nanos = new AtomicLong();

    /// An answer was delivered.
    ///
    /// @param took from the seal on, in nanoseconds
    public void learn(long took) {
        nanos.updateAndGet(longest -> Math.max(took, longest / 100 * REMEMBERED));
    }

    /// How long the next may take; zero while nothing is known.
    public Duration expected() {
        return Duration.ofNanos(nanos.get());
    }
}
