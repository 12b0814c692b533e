package renditions.resize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import renditions.catalog.KeyLayout;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;

/// What every job goes by.
///
/// @param renditions what is made
/// @param layout where it goes
/// @param limits what a picture may cost
/// @param maxUploadBytes the largest upload that is downloaded, 1 to 2^31 - 1
/// @param cacheControl what caches may do with renditions
public record JobSettings(
        RenditionSet renditions, KeyLayout layout, ImageLimits limits, long maxUploadBytes, String cacheControl) {
    /// Stands for all that decides what is stored and where: renditions made with another digest are stale.
    String digest() {
        var all = String.join("\n", renditions.canonical(), layout.bucket(), layout.renditions(), cacheControl);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }
}
