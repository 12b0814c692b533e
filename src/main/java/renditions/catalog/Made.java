package renditions.catalog;

import java.util.List;
import renditions.image.Format;
import renditions.image.PixelSize;

/// What was made of one upload, all of it durable.
///
/// @param format of the upload
/// @param size of the upload, upright
/// @param renditions in the order of the settings
public record Made(Format format, PixelSize size, List<Rendition> renditions) {
    public Made {
        renditions = List.copyOf(renditions);
    }

    /// One stored rendition.
    ///
    /// @param name of its kind, as in the settings
    /// @param key in the rendition bucket
    /// @param bytes its length, not negative
    public record Rendition(String name, Format format, String key, PixelSize size, long bytes) {
        public Rendition {
            if (bytes < 0) {
                throw new IllegalArgumentException("a rendition has no negative length: " + bytes);
            }
        }
    }
}
