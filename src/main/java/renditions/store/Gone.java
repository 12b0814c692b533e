package renditions.store;

/// The store's confirmation that there is no such object, whether there was one before or not. A bucket with
/// versions keeps the versions of an object that was deleted without naming one.
public record Gone() implements Removed {}
