package renditions.runtime;

import java.util.Optional;

/// Reads the objects in S3.
interface StoredObjects {
    /// The object at this path (bucket and key), if it exists.
    Optional<byte[]> object(String path);
}
