package renditions.batch;

import java.time.Duration;

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
        var kept = margins.of(remaining, answer);
        long seal = remaining.minus(kept.reserve()).toNanos();
        return new Deadline(now + seal - kept.grace().toNanos(), now + seal);
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
    /// @param reserve the time to deliver an answer
    /// @param grace the time from telling the work to stop until the seal
    public record Margins(Duration reserve, Duration grace) {
        /// The reserve is at least this part of the remaining time (one in 50): garbage collection pauses and
        /// slow networks grow with the work.
        private static final int SHARE_FOR_ANSWER = 50;

        /// Reserve and grace together are at most this part of the remaining time (one in 4), so that a short
        /// invocation has time for its work.
        private static final int MOST_OF_REMAINING = 4;

        /// A measured answer time reserves at most this part of the remaining time (one in 2). Otherwise an
        /// answer that once took longer than an invocation would leave later invocations no time for work.
        private static final int MOST_FOR_ANSWER = 2;

        public Margins {
            if (reserve.isNegative() || grace.isNegative()) {
                throw new IllegalArgumentException("margins are not negative: " + reserve + ", " + grace);
            }
        }

        /// The margins in an invocation: as they are set if there is time for that, otherwise both shrink
        /// alike. The time that the last answers took wins over that, at the expense of the grace first: an
        /// answer that is too late loses the whole batch, a short grace loses only what would have ended
        /// within it.
        private Margins of(Duration remaining, Duration answer) {
            double time = Math.max(0, remaining.toNanos());
            double took = answer.toNanos();
            double least = Math.min(took, time / MOST_FOR_ANSWER);
            double set = reserve.toNanos();
            double usual = Math.max(Math.max(set, time / SHARE_FOR_ANSWER), least);
            double wanted = usual + grace.toNanos();
            double kept = Math.min(wanted, time / MOST_OF_REMAINING);
            double forAnswer = Math.max(kept < wanted ? usual * kept / wanted : usual, least);
            return new Margins(nanos(forAnswer), nanos(Math.max(0, kept - forAnswer)));
        }

        private static Duration nanos(double nanos) {
            return Duration.ofNanos(Math.round(nanos));
        }
    }
}
