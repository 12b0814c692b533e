package renditions.catalog;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An upload that wants renditions.
///
/// @param object where it is
/// @param etag the entity tag it had when the event was made, quotes optional; null where the event has none
/// @param size in bytes, as the event says
public record Source(ObjectId object, @Nullable String etag, OptionalLong size) {
    /// What is at its place now, whatever the event said of it.
    public Source newest() {
        return new Source(new ObjectId(object.bucket(), object.key()), null);
    }

    /// An upload of which no size is known.
    public Source(ObjectId object, @Nullable String etag) {
        this(object, etag, OptionalLong.empty());
    }
}
