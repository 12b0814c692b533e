package renditions.local.report;

import renditions.image.Format;
import renditions.image.PixelSize;

/// A rendition that was made.
///
/// @param name its name in the settings: `thumb`
/// @param bytes encoded; not copied, never changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RunPicture(String name, Format format, PixelSize size, byte[] bytes) {}
