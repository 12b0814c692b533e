package renditions.resize;

import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An upload that wants renditions.
///
/// @param object where it is
/// @param etag the entity tag it had when the event was made, quotes optional; null where the event has none
public record Source(ObjectId object, @Nullable String etag) {}
