package renditions.architecture.planted.store;

/// Keeps the rules.
public record ObjectId(String key) {}
