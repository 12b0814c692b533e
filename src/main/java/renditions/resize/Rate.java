package renditions.resize;

/// How long something takes, learned from how long it took: a moving average of the newest measurements, on the
/// careful side by twice their usual deviation. Safe for use by many threads.
final class Rate {
    /// How much a new measurement counts against all before it.
    private static final double WEIGHT = 1.0 / 8;

    private double mean;
    private double deviation;
    private boolean measured;

    /// @param beforehand what is expected until something was measured; rather too long
    Rate(double beforehand) {
        mean = beforehand;
    }

    /// What is to be expected, in nanoseconds for each unit.
    synchronized double expected() {
        return mean + 2 * deviation;
    }

    /// Learns from one measurement.
    ///
    /// @param nanos it took, not negative
    /// @param units of work it did; nothing is learned from less than 1
    synchronized void learn(long nanos, long units) {
        if (units < 1) {
            return;
        }
        double rate = (double) nanos / units;
        if (!measured) {
            mean = rate;
            deviation = rate / 2;
            measured = true;
        } else {
            deviation += WEIGHT * (Math.abs(rate - mean) - deviation);
            mean += WEIGHT * (rate - mean);
        }
    }
}
