package renditions.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.store.ObjectId;

/// What was made of one upload: its placeholder, and its renditions, all of them durable.
///
/// @param format the upload's format
/// @param size the upload's size, upright
/// @param placeholder what a page can show until a rendition is loaded
/// @param renditions in the order of the settings
public record Made(Format format, PixelSize size, Placeholder placeholder, List<Rendition> renditions) {
    public Made {
        renditions = List.copyOf(renditions);
    }

    /// One stored rendition.
    ///
    /// @param name of its kind, as in the settings
    /// @param key in the rendition bucket, 1 to 1,024 bytes of UTF-8
    /// @param bytes its length, not negative
    /// @param sha256 of its bytes, in lower-case hexadecimal digits
    /// @param etag the store's receipt: the entity tag of what was stored, without quotes
    public record Rendition(
            String name, Format format, String key, PixelSize size, long bytes, String sha256, String etag) {
        /// @param etag quotes optional
        public Rendition {
            int length = key.getBytes(UTF_8).length;
            if (length < 1 || length > ObjectId.LONGEST_KEY_BYTES) {
                throw new IllegalArgumentException("a key of " + length + " bytes, allowed: 1 to 1024");
            }
            if (bytes < 0) {
                throw new IllegalArgumentException("a rendition's length is not negative: " + bytes);
            }
            etag = EntityTag.bare(etag);
        }
    }
}
