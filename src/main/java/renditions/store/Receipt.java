package renditions.store;

/// The store's word that an object is durable.
///
/// @param etag the entity tag as the store writes it, quotes included
public record Receipt(String etag) implements Written {}
