package renditions.runtime;

import java.util.Optional;

/// Reads what is in S3.
interface StoredObjects {
    /// The object at this path (bucket and key), or nothing.
    Optional<byte[]> object(String path);
}
