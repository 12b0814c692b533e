package renditions.store;

/// The condition under which a PUT may replace the object at its key.
public sealed interface Condition {
    /// Replace any object.
    record Always() implements Condition {}

    /// Only if there is no object at the key.
    record IfAbsent() implements Condition {}

    /// Only if the object at the key has this ETag (as the store writes it, quotes included).
    record IfMatch(String etag) implements Condition {}
}
