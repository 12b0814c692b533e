package renditions.interleaving;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.catalog.Source;
import renditions.event.Delivery;
import renditions.store.ObjectId;

/// A message about the key.
///
/// @param tells what it tells of
/// @param etag of the upload that it tells of; null if it names none
/// @param sequencer null where the store gives none
record Letter(
        Act.Kind tells, @Nullable String etag, @Nullable String sequencer) {
    static final ObjectId UPLOAD = new ObjectId("in", "a.jpg");
    static final String PLACE = "in/a.jpg";

    static Letter upload(String etag, @Nullable String sequencer) {
        return new Letter(Act.Kind.UPLOADED, etag, sequencer);
    }

    /// @param received how often it was; nobody counts how often somebody has asked
    Source source(int received) {
        int count = tells == Act.Kind.ASKED ? Delivery.UNCOUNTED : received;
        return new Source(UPLOAD, etag, OptionalLong.empty(), sequencer, count);
    }
}
