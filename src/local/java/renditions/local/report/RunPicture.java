package renditions.local.report;

import renditions.image.Format;
import renditions.image.PixelSize;

/// A rendition that was made.
///
/// @param name of its kind: `thumb`
/// @param bytes encoded; not copied, never changed
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RunPicture(String name, Format format, PixelSize size, byte[] bytes) {}
