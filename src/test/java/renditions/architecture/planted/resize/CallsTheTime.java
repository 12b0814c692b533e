package renditions.architecture.planted.resize;

/// Breaks a rule: a call.
interface CallsTheTime {
    /// The time.
    static long now() {
        return System.currentTimeMillis();
    }
}
