package renditions.store;

/// When an upload may replace what is there.
public sealed interface Condition {
    /// Whatever is there.
    record Always() implements Condition {}

    /// Only if there is no such object.
    record IfAbsent() implements Condition {}

    /// Only if the object there has this entity tag (as the store writes it, quotes included).
    record IfMatch(String etag) implements Condition {}
}
