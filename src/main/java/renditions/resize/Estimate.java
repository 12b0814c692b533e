package renditions.resize;

/// How long some work is expected to take, in nanoseconds.
///
/// @param nanos what is likely
/// @param spare how much longer it takes when it takes long
record Estimate(double nanos, double spare) {
    /// Both, one after the other. What makes one take long makes the other take long, too: a busy machine.
    Estimate plus(Estimate other) {
        return new Estimate(nanos + other.nanos, spare + other.spare);
    }

    /// What is not exceeded as a rule.
    double careful() {
        return nanos + spare;
    }
}
