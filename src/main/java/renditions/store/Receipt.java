package renditions.store;

import org.jspecify.annotations.Nullable;

/// The store's confirmation that an object is durable.
///
/// @param etag the ETag of the stored object, as the store writes it, quotes included
/// @param version the stored version in a bucket with versions, otherwise null
public record Receipt(String etag, @Nullable String version) implements Written {}
