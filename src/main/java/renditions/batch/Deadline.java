package renditions.batch;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// The end of an invocation, as three moments of a [NanoClock]: until `cancelAt` items are started; then
/// everything that runs is told to stop and has the grace to say how it ended; at `sealAt` the ledger is sealed
/// and the reserve remains to deliver the answer.
///
/// @param cancelAt not after `sealAt`
/// @param sealAt may lie in the past: then the answer leaves at once and nothing is started
public record Deadline(long cancelAt, long sealAt) {
    /// The deadline of an invocation.
    ///
    /// @param now the clock's reading when `remaining` was read
    /// @param remaining the time the platform leaves, zero or negative when there is none; read once, since it
    ///     follows the wall clock
    /// @param answer how long it takes to deliver an answer, as far as that was measured
    public static Deadline after(long now, Duration remaining, Margins margins, Duration answer) {
        long seal = remaining.minus(margins.reserve(remaining, answer)).toNanos();
        long cancel = seal - margins.grace().toNanos();
        return new Deadline(now + cancel, now + seal);
    }

    /// This deadline after everything was told to stop at `now`: the grace runs from there.
    Deadline stopped(long now) {
        return untilCancel(now) <= 0 ? this : new Deadline(now, now + (sealAt - cancelAt));
    }

    /// Nanoseconds from `now` until running work is told to stop, negative when that moment has passed.
    long untilCancel(long now) {
        return cancelAt - now;
    }

    /// Nanoseconds from `now` until the answer is sealed, negative when that moment has passed.
    public long untilSeal(long now) {
        return sealAt - now;
    }

    /// What is kept back of an invocation's time.
    ///
    /// @param reserve the least time to deliver an answer
    /// @param grace from telling the work to stop until sealing the answer
    public record Margins(Duration reserve, Duration grace) {
        /// Of a long invocation one part in so many is kept back, however short the reserve: collector pauses and
        /// slow networks grow with the work.
        private static final int SHARE_OF_REMAINING = 50;

        /// For an answer that once took long no more than one part in so many is kept back: else one that took
        /// longer than an invocation would leave those after it no time for any work.
        private static final int MOST_OF_REMAINING = 2;

        public Margins {
            if (reserve.isNegative() || grace.isNegative()) {
                throw new IllegalArgumentException("margins are not negative: " + reserve + ", " + grace);
            }
        }

        private Duration reserve(Duration remaining, Duration answer) {
            var share = remaining.dividedBy(SHARE_OF_REMAINING);
            var learned = Collections.min(List.of(answer, remaining.dividedBy(MOST_OF_REMAINING)));
            return Collections.max(List.of(reserve, share, learned));
        }
    }
}
