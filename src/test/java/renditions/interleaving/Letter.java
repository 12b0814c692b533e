package renditions.interleaving;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import renditions.catalog.Source;
import renditions.store.ObjectId;

/// A message about the key.
///
/// @param etag of the upload that it tells of; null: it tells of a removal
/// @param sequencer null where the store gives none
record Letter(@Nullable String etag, @Nullable String sequencer) {
    static final ObjectId UPLOAD = new ObjectId("in", "a.jpg");
    static final String PLACE = "in/a.jpg";

    Source source(int receiveCount) {
        return new Source(UPLOAD, etag, OptionalLong.empty(), sequencer, receiveCount);
    }
}
