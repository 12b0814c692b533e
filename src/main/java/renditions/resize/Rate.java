package renditions.resize;

/// How long a unit of some work takes, learned from how long it took: a moving average of the newest measurements,
/// in which large pieces of work count as much as they are large. Safe for use by many threads.
final class Rate {
    /// What is left of a measurement's weight after each later one.
    private static final double FADING = 1 - 1.0 / 16;

    /// How many usual deviations are to spare.
    private static final double CAREFUL = 2;

    private final double beforehand;
    private double nanos;
    private double units;
    private double deviations; // nanoseconds off what was expected, either way

    /// @param beforehand nanoseconds for each unit that are expected until something was measured; rather too many
    Rate(double beforehand) {
        this.beforehand = beforehand;
    }

    /// What `work` units of it are expected to take.
    synchronized Estimate of(long work) {
        return units == 0
                ? new Estimate(work * beforehand, 0)
                : new Estimate(work * nanos / units, work * CAREFUL * deviations / units);
    }

    /// Learns from one measurement.
    ///
    /// @param took nanoseconds, not negative
    /// @param work units of it; nothing is learned from less than 1
    synchronized void learn(long took, long work) {
        if (work < 1) {
            return;
        }
        double off = units == 0 ? took / 2.0 : Math.abs(took - work * nanos / units);
        deviations = FADING * deviations + off;
        nanos = FADING * nanos + took;
        units = FADING * units + work;
    }
}
