package renditions.store;

import java.time.Instant;
import java.util.List;

/// A page of a listing.
///
/// @param entries the objects, in the order of [KeyOrder]; at most [#MOST]; not empty if there are more
/// @param more whether there are objects after these
public record Page(List<Entry> entries, boolean more) implements Listed {
    /// The most objects of a page, as S3 makes it (`ListObjectsV2` of the S3 API reference).
    public static final int MOST = 1000;

    public Page {
        entries = List.copyOf(entries);
        if (entries.isEmpty() && more) {
            throw new IllegalArgumentException("an empty page does not say where the next one begins");
        }
    }

    /// What a listing says of an object.
    ///
    /// @param key its key, not encoded
    /// @param etag as in [ObjectFacts]
    /// @param length in bytes
    /// @param modified as in [ObjectFacts]
    public record Entry(String key, String etag, long length, Instant modified) {}
}
