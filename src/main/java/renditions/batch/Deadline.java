package renditions.batch;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// The end of an invocation, in moments of a [NanoClock]. Until `cancelAt` items are started. Then everything that
/// runs is told to stop, and has the grace to settle. At `sealAt` the ledger is sealed, and the reserve remains for
/// delivering the answer.
///
/// @param cancelAt not after `sealAt`
/// @param sealAt may lie in the past: then nothing is started, and the answer leaves at once
public record Deadline(long cancelAt, long sealAt) {
    /// The deadline of an invocation.
    ///
    /// @param now the clock's reading when `remaining` was read
    /// @param remaining the invocation's remaining time, zero or negative if there is none; read once, because it
    ///     follows the wall clock
    /// @param answer how long an answer takes to deliver, as far as it was measured
    public static Deadline after(long now, Duration remaining, Margins margins, Duration answer) {
        long seal = remaining.minus(margins.reserve(remaining, answer)).toNanos();
        long cancel = seal - margins.grace().toNanos();
        return new Deadline(now + cancel, now + seal);
    }

    /// This deadline if everything is told to stop at `now`: the grace begins then.
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

    /// The parts of an invocation's time that are kept back.
    ///
    /// @param reserve the least time to deliver an answer
    /// @param grace the time from telling the work to stop until the seal
    public record Margins(Duration reserve, Duration grace) {
        /// The reserve is at least this part of the remaining time (one in 50): garbage collection pauses and
        /// slow networks grow with the work.
        private static final int SHARE_OF_REMAINING = 50;

        /// A measured answer time reserves at most this part of the remaining time (one in 2). Otherwise an
        /// answer that once took longer than an invocation would leave later invocations no time for work.
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
