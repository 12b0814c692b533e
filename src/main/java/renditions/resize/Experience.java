package renditions.resize;

import java.util.concurrent.atomic.AtomicReference;

/// How long some work takes, learned from measurements: a fixed part, and a rate for each unit of work. The
/// newest measurements count most.
///
/// The error of a prediction is divided as normalised least mean squares do: that of a small piece of work
/// corrects the fixed part, that of a large one the rate. So thousands of small pieces say little about a
/// large one. A piece that takes far longer than expected counts as one that takes twice as long: an outlier
/// is no rate, and what is true is measured again.
///
/// Safe for use by many threads. No method blocks, because the thread that owes a batch's answer asks it.
final class Experience {
    /// How many measurements the average is taken over, about.
    private static final double MOST_SEEN = 16;

    /// The weight of the first guess, in measurements.
    private static final double GUESS_SEEN = 1.0 / 32;

    /// An error up to this is never an outlier, in nanoseconds.
    private static final double NOTICED = 1_000_000;

    /// How many mean deviations are added to the likely time.
    private static final double CAREFUL = 2;

    private final double small;
    private final Known guess;
    private final AtomicReference<Known> known;

    /// What was learned.
    ///
    /// @param fixed nanoseconds of every piece of work
    /// @param rate nanoseconds of each unit
    /// @param fixedSeen how many measurements the fixed part was learned from
    /// @param rateSeen how many measurements the rate was learned from
    /// @param deviation the mean deviation, as a part of the expected time
    private record Known(double fixed, double rate, double fixedSeen, double rateSeen, double deviation) {
        double nanos(long work) {
            return fixed + rate * work;
        }

        /// @param share the part of the error that corrects the rate, from 0 to 1
        Known with(long took, long work, double share) {
            double expected = nanos(work);
            double off = Math.min(took - expected, Math.max(expected, NOTICED));
            double fixedGain = (1 - share) / (fixedSeen + 1 - share);
            double rateGain = share / (rateSeen + share);
            double fixedNow = Math.max(0, fixed + fixedGain * (1 - share) * off);
            double rateNow = work == 0 ? rate : Math.max(0, rate + rateGain * share * off / work);
            double now = Math.max(fixedNow + rateNow * work, NOTICED);
            double deviates = Math.min(1, Math.abs(took - now) / now);
            return new Known(
                    fixedNow,
                    rateNow,
                    Math.min(MOST_SEEN, fixedSeen + 1 - share),
                    Math.min(MOST_SEEN, rateSeen + share),
                    deviation + rateGain * (deviates - deviation));
        }
    }

    /// @param fixed first guess: nanoseconds of every piece of work, not negative; rather too many
    /// @param rate first guess: nanoseconds of each unit, not negative; rather too many
    /// @param small the size of a piece of work that says as much about the fixed part as about the rate, in
    ///     units; 0 if there is no fixed part
    Experience(double fixed, double rate, double small) {
        this.small = small;
        guess = new Known(fixed, rate, GUESS_SEEN, GUESS_SEEN, 0);
        known = new AtomicReference<>(guess);
    }

    /// The expected time of `work` units.
    Estimate of(long work) {
        var now = known.get();
        double nanos = now.nanos(work);
        return new Estimate(nanos, CAREFUL * now.deviation * nanos);
    }

    /// Learns from one measurement.
    ///
    /// @param took nanoseconds, not negative
    /// @param work units of work, not negative
    void learn(long took, long work) {
        double size = work / small;
        double share = small == 0 ? 1 : size * size / (1 + size * size);
        known.updateAndGet(now -> now.with(took, work, share));
    }

    /// Returns to the first guess, unless less was learned.
    ///
    /// @param work the units of a piece of work that was not begun because of what was learned
    void doubt(long work) {
        if (of(work).careful() > guess.nanos(work)) {
            known.set(guess); // race with a measurement: that one is lost
        }
    }
}
