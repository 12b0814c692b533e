package renditions.event;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An object was created: what an S3 event notification says of it. Another upload may have replaced it since.
///
/// @param object its key decoded
/// @param etag of its content, without quotes; null where the event does not say
/// @param size of its content, in bytes
public record Upload(ObjectId object, @Nullable String etag, OptionalLong size) implements Entry {}
