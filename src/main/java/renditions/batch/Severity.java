package renditions.batch;

/// What follows from a problem of an item, a picture or an object of the store.
public enum Severity {
    /// Another try may succeed.
    RETRYABLE,
    /// Another try of the same item ends in the same problem.
    PERMANENT,
    /// Every other item has the same problem until somebody acts: access denied, no such bucket.
    CRITICAL
}
