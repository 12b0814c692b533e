package renditions.catalog;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;

/// An upload whose renditions are wanted.
///
/// @param object where it is
/// @param etag its ETag when the event was made, quotes optional; null if the event has none
/// @param size in bytes, as the event says; empty if it does not
/// @param sequencer orders the events of a key: of two with the same length, the one that is larger as text is the
///     newer. Two of different length, or equal ones, have no order. Upper-case hexadecimal digits; null if the
///     event has none
/// @param receiveCount how often its delivery was received, this time included; 0 if nobody counts. Unless it is 1
///     an earlier attempt may have left renditions behind
/// @param delivery the id of its delivery, for people; empty if nobody knows it
public record Source(
        ObjectId object,
        @Nullable String etag,
        OptionalLong size,
        @Nullable String sequencer,
        int receiveCount,
        String delivery) {
    /// An upload whose delivery nobody knows.
    public Source(
            ObjectId object, @Nullable String etag, OptionalLong size, @Nullable String sequencer, int receiveCount) {
        this(object, etag, size, sequencer, receiveCount, "");
    }

    /// The newest content at the same address, whatever the event said. It was there after the event.
    public Source newest() {
        var newest = new ObjectId(object.bucket(), object.key());
        return new Source(newest, null, OptionalLong.empty(), sequencer, receiveCount, delivery);
    }

    /// The same about this content.
    ///
    /// @param content what the store says of what is at the address
    public Source about(ObjectFacts content) {
        return new Source(
                new ObjectId(object.bucket(), object.key(), content.version()),
                content.etag(),
                OptionalLong.of(content.length()),
                sequencer,
                receiveCount,
                delivery);
    }

    /// An upload of unknown size and order that was received once.
    public Source(ObjectId object, @Nullable String etag) {
        this(object, etag, OptionalLong.empty(), null, 1);
    }
}
