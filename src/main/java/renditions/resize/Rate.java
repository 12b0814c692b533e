package renditions.resize;

import java.util.concurrent.atomic.AtomicReference;

/// How long a unit of some work takes, learned from measurements: a moving average, weighted by the size of each
/// piece of work. Small pieces take long for their size and say little about large ones, so they count for less
/// than their size, and replace less of what was learned before.
///
/// Safe for use by many threads. No method blocks, because the thread that owes a batch's answer asks it.
final class Rate {
    /// The share of earlier measurements that a large piece of work replaces.
    private static final double FADING = 1.0 / 16;

    /// How many mean deviations are added to the likely time.
    private static final double CAREFUL = 2;

    private final double beforehand;
    private final double small;
    private final AtomicReference<Sums> sums;

    /// The weighted sums of what was measured.
    private record Sums(double nanos, double units, double deviations) {
        Sums with(long took, long work, double small) {
            double weight = work / (work + small);
            double kept = 1 - FADING * weight;
            return new Sums(
                    kept * nanos + weight * took,
                    kept * units + weight * work,
                    kept * deviations + weight * Math.abs(took - work * nanos / units));
        }
    }

    /// @param beforehand nanoseconds for each unit that are expected until something is measured; rather too many
    /// @param small the size of a piece of work that counts for half its size, in units, positive
    Rate(double beforehand, double small) {
        this.beforehand = beforehand;
        this.small = small;
        sums = new AtomicReference<>(beforehand());
    }

    /// The expected time of `work` units.
    Estimate of(long work) {
        var now = sums.get();
        return new Estimate(work * now.nanos / now.units, work * CAREFUL * now.deviations / now.units);
    }

    /// Learns from one measurement.
    ///
    /// @param took nanoseconds, not negative
    /// @param work units of work, not negative
    void learn(long took, long work) {
        sums.updateAndGet(known -> known.with(took, work, small));
    }

    /// Returns to the first guess, unless the learned rate is better.
    void doubt() {
        sums.updateAndGet(known -> isWorse(known) ? beforehand() : known);
    }

    private boolean isWorse(Sums known) {
        return known.nanos + CAREFUL * known.deviations > known.units * beforehand;
    }

    private Sums beforehand() {
        return new Sums(small * beforehand, small, 0);
    }
}
