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
/// @param sequencer orders the events of a key: of two with the same length, the one that is larger as text is
///     the newer. Two of different length have no order, nor have two equal ones: some stores write the same into
///     every event. 1 to 64 upper-case hexadecimal digits; null if the event has none
/// @param doubtful whether an earlier attempt may have left renditions that are not right: then its delivery counts
///     as redelivered. Whoever may send messages can say so, and gains nothing by it but work
public record Upload(
        ObjectId object,
        @Nullable String etag,
        OptionalLong size,
        @Nullable String sequencer,
        boolean doubtful) implements Entry {
    /// An upload that nobody doubts.
    public Upload(ObjectId object, @Nullable String etag, OptionalLong size, @Nullable String sequencer) {
        this(object, etag, size, sequencer, false);
    }
}
