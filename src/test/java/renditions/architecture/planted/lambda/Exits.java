package renditions.architecture.planted.lambda;

/// Breaks a rule.
interface Exits {
    /// Ends the process.
    static void now() {
        System.exit(1);
    }
}
