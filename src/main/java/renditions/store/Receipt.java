package renditions.store;

/// The store's word that an object is durable.
public record Receipt() implements Written {}
