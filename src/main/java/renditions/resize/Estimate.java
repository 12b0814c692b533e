package renditions.resize;

/// The expected time of some work, in nanoseconds.
///
/// @param nanos the likely time
/// @param spare how much longer than likely it takes if it takes long
record Estimate(double nanos, double spare) {
    /// The estimate of both, one after the other. Both take long together, because a busy machine slows both.
    Estimate plus(Estimate other) {
        return new Estimate(nanos + other.nanos, spare + other.spare);
    }

    /// The careful time, which is rarely exceeded.
    double careful() {
        return nanos + spare;
    }
}
