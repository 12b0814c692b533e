package renditions.architecture.planted.store;

/// Breaks a rule: a setting that nobody else knows of.
interface ReadsEnvironment {
    /// The region.
    static String region() {
        return System.getenv().toString();
    }
}
