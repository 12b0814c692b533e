package renditions.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the store says of an object, besides its bytes.
///
/// @param etag the ETag as the store writes it, quotes included
/// @param length in bytes, not negative
/// @param modified when the store received these bytes, by its own clock; S3 states whole seconds
/// @param version the version in a bucket with versions, otherwise null
/// @param metadata the user metadata as in [Labels], names in lower case; strangers write the metadata of uploads
public record ObjectFacts(
        String etag,
        long length,
        Instant modified,
        @Nullable String version,
        Map<String, String> metadata) implements Looked {
    public ObjectFacts {
        if (length < 0) {
            throw new IllegalArgumentException("an object has no negative length: " + length);
        }
        metadata = Map.copyOf(metadata);
    }
}
