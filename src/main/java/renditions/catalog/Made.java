package renditions.catalog;

import java.util.List;
import renditions.image.Format;
import renditions.image.PixelSize;

/// The renditions that were made of one upload, all of them durable.
///
/// @param format the upload's format
/// @param size the upload's size, upright
/// @param renditions in the order of the settings
public record Made(Format format, PixelSize size, List<Rendition> renditions) {
    public Made {
        renditions = List.copyOf(renditions);
    }

    /// One stored rendition.
    ///
    /// @param name its name in the settings
    /// @param key its key in the renditions bucket
    /// @param bytes its length in bytes, not negative
    public record Rendition(String name, Format format, String key, PixelSize size, long bytes) {
        public Rendition {
            if (bytes < 0) {
                throw new IllegalArgumentException("a rendition's length is not negative: " + bytes);
            }
        }
    }
}
