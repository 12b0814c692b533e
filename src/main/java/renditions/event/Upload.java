package renditions.event;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An object that was created, as its S3 event notification describes it. Another upload may have replaced it
/// since.
///
/// @param object its address, with the key decoded
/// @param etag the ETag of its content, without quotes; null if the event does not say
/// @param size the length of its content in bytes; empty if the event does not say
public record Upload(ObjectId object, @Nullable String etag, OptionalLong size) implements Entry {}
