package renditions.event;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An object was created: what an S3 event notification says of it. Another upload may have replaced it since.
///
/// @param object its key decoded
/// @param etag of its content, without quotes; null where the event does not say
/// @param size of its content, in bytes
/// @param sequencer orders the events of this key among each other, hexadecimal digits; null where the event does not
///     say
/// @param eventName how it was created, without the prefix `s3:`, for example `ObjectCreated:Put`
public record Upload(
        ObjectId object,
        @Nullable String etag,
        OptionalLong size,
        @Nullable String sequencer,
        String eventName) implements Entry {}
