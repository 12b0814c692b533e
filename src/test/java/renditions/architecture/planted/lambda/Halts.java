package renditions.architecture.planted.lambda;

/// Breaks a rule: an exit by another name.
interface Halts {
    /// Ends the process.
    static void now() {
        Runtime.getRuntime().halt(1);
    }
}
