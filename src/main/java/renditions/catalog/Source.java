package renditions.catalog;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An upload whose renditions are wanted.
///
/// @param object where it is
/// @param etag its ETag when the event was made, quotes optional; null if the event has none
/// @param size in bytes, as the event says; empty if it does not
public record Source(ObjectId object, @Nullable String etag, OptionalLong size) {
    /// The newest content at the same address, whatever the event said.
    public Source newest() {
        return new Source(new ObjectId(object.bucket(), object.key()), null);
    }

    /// An upload of unknown size.
    public Source(ObjectId object, @Nullable String etag) {
        this(object, etag, OptionalLong.empty());
    }
}
