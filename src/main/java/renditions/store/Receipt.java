package renditions.store;

/// The store's confirmation that an object is durable.
public record Receipt() implements Written {}
