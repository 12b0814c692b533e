package renditions.resize;

import java.util.concurrent.atomic.AtomicReference;

/// How long a unit of some work takes, learned from how long it took: a moving average of the newest measurements,
/// in which large pieces of work count as much as they are large. Small ones take long for their size and say
/// little about large ones, so they count for less than their size, and make less of what was before forgotten.
///
/// Safe for use by many threads; no method blocks, since the thread that owes a batch's answer asks it.
final class Rate {
    /// How much of what was learned before a large piece of work makes forgotten.
    private static final double FADING = 1.0 / 16;

    /// How many usual deviations are to spare.
    private static final double CAREFUL = 2;

    private final double beforehand;
    private final double small;
    private final AtomicReference<Sums> sums;

    /// What was measured, weighted.
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

    /// @param beforehand nanoseconds for each unit that are expected until something was measured; rather too many
    /// @param small how many units are a piece of work that counts for half its size, positive
    Rate(double beforehand, double small) {
        this.beforehand = beforehand;
        this.small = small;
        sums = new AtomicReference<>(beforehand());
    }

    /// What `work` units of it are expected to take.
    Estimate of(long work) {
        var now = sums.get();
        return new Estimate(work * now.nanos / now.units, work * CAREFUL * now.deviations / now.units);
    }

    /// Learns from one measurement.
    ///
    /// @param took nanoseconds, not negative
    /// @param work units of it, not negative
    void learn(long took, long work) {
        sums.updateAndGet(known -> known.with(took, work, small));
    }

    /// Expects again what was expected beforehand, unless what was learned is better than that.
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
