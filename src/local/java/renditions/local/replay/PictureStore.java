package renditions.local.replay;

import java.nio.file.Path;
import renditions.store.ObjectId;

/// Where the pictures of a replay go.
public interface PictureStore {
    /// Stores a file. Returns a [Picture.Stored] or a [Picture.Refused].
    Picture put(ObjectId upload, Path file);
}
