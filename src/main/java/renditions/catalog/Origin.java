package renditions.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// The content that renditions were made from.
///
/// @param object where it was uploaded, with its version in a bucket that keeps versions
/// @param etag its entity tag, without quotes
/// @param sequencer as in [Known]
/// @param modified when S3 took it, in whole seconds; of an upload in parts, when that began
public record Origin(ObjectId object, String etag, @Nullable String sequencer, Instant modified) {
    /// @param etag quotes optional
    public Origin {
        etag = EntityTag.bare(etag);
    }

    /// Whether the event is about this very content. Never, if it names no content.
    boolean isOf(Source event) {
        return isAt(event) && event.etag() != null && etag.equals(EntityTag.bare(event.etag()));
    }

    /// Whether the event is known to be no later than this.
    boolean covers(Source event) {
        var version = event.object().version();
        boolean sameVersion = version != null && version.equals(object.version());
        return switch (Order.of(event.sequencer(), sequencer)) {
            case BEFORE -> isAt(event);
            case SAME -> isOf(event);
            case AFTER, UNKNOWN -> sameVersion && isOf(event);
        };
    }

    /// The same content, seen again after this event.
    Origin after(Source event) {
        return new Origin(object, etag, Known.later(event.sequencer(), sequencer), modified);
    }

    // The order of one key's events says nothing of another's.
    private boolean isAt(Source event) {
        return object.bucket().equals(event.object().bucket())
                && object.key().equals(event.object().key());
    }
}
