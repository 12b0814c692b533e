package renditions.resize;

/// How long a unit of some work takes, learned from how long it took: a moving average of the newest measurements,
/// in which large pieces of work count as much as they are large. Small ones take long for their size and say
/// little about large ones, so they count for less than their size, and make less of what was before forgotten.
///
/// Safe for use by many threads.
final class Rate {
    /// How much of what was learned before a large piece of work makes forgotten.
    private static final double FADING = 1.0 / 16;

    /// How many usual deviations are to spare.
    private static final double CAREFUL = 2;

    private final double beforehand;
    private final double small;
    private double nanos; // weighted sums
    private double units;
    private double deviations;

    /// @param beforehand nanoseconds for each unit that are expected until something was measured; rather too many
    /// @param small how many units are a piece of work that counts for half its size, positive
    Rate(double beforehand, double small) {
        this.beforehand = beforehand;
        this.small = small;
        begin();
    }

    /// What `work` units of it are expected to take.
    synchronized Estimate of(long work) {
        return new Estimate(work * nanos / units, work * CAREFUL * deviations / units);
    }

    /// Learns from one measurement.
    ///
    /// @param took nanoseconds, not negative
    /// @param work units of it, not negative
    synchronized void learn(long took, long work) {
        double weight = work / (work + small);
        double kept = 1 - FADING * weight;
        deviations = kept * deviations + weight * Math.abs(took - work * nanos / units);
        nanos = kept * nanos + weight * took;
        units = kept * units + weight * work;
    }

    /// Expects again what was expected beforehand, unless what was learned is better than that.
    synchronized void doubt() {
        if (nanos + CAREFUL * deviations > units * beforehand) {
            begin();
        }
    }

    private void begin() {
        nanos = small * beforehand;
        units = small;
        deviations = 0;
    }
}
