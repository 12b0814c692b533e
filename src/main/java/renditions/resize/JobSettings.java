package renditions.resize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import renditions.catalog.KeyLayout;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;

/// The settings of the work on each upload.
///
/// @param renditions the renditions that are made
/// @param layout the keys that they get
/// @param limits the limits of a picture
/// @param maxUploadBytes the largest upload that is downloaded, 1 to 2^31 - 1
/// @param cacheControl what caches may do with renditions
/// @param missing the outcome of an upload that is no longer there
public record JobSettings(
        RenditionSet renditions,
        KeyLayout layout,
        ImageLimits limits,
        long maxUploadBytes,
        String cacheControl,
        MissingUploads missing) {
    /// The outcome of an upload that was deleted, or hidden by a delete marker, before its renditions were made.
    public enum MissingUploads {
        /// It is skipped, because its owner no longer wants renditions.
        SKIP,
        /// It fails permanently, because no upload is ever to be deleted.
        FAIL
    }

    /// The digest of all settings that decide what is stored and where. Renditions that were made with another
    /// digest are stale.
    String digest() {
        var all = String.join("\n", renditions.canonical(), layout.bucket(), layout.renditions(), cacheControl);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has this algorithm
        }
    }
}
