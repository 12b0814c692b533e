package renditions.local;

import java.nio.file.Path;
import renditions.store.ObjectId;

/// An upload that is replaced while its batch runs.
///
/// @param object where both contents go
/// @param first the file with the content that comes first
/// @param second the file with the content that replaces it
public record Reupload(ObjectId object, Path first, Path second) {}
