package renditions.resize;

import renditions.catalog.KeyLayout;
import renditions.catalog.RenditionSet;
import renditions.catalog.Sha256;
import renditions.image.ImageLimits;

/// The settings of the work on an upload.
///
/// @param renditions the renditions that are made of it
/// @param layout the keys that they get
/// @param limits the limits of a picture
/// @param maxUploadBytes the largest upload that is downloaded, 1 to 2^31 - 1
/// @param cacheControl what caches may do with renditions
/// @param missing the outcome of an upload that is no longer there
/// @param corrupt the outcome of an upload that no renditions can be made of
/// @param removals whether the renditions of a removed upload are removed too
public record JobSettings(
        RenditionSet renditions,
        KeyLayout layout,
        ImageLimits limits,
        long maxUploadBytes,
        String cacheControl,
        MissingUploads missing,
        CorruptUploads corrupt,
        boolean removals) {
    /// The outcome of an upload that was deleted, or hidden by a delete marker, before its renditions were made.
    public enum MissingUploads {
        /// It is skipped, because its owner no longer wants renditions.
        SKIP,
        /// It fails permanently, because no upload is ever to be deleted.
        FAIL
    }

    /// The outcome of an upload whose content no renditions can be made of: it is damaged, no picture or too large.
    public enum CorruptUploads {
        /// It fails permanently: the queue redelivers its message until it is a dead letter.
        RETRY,
        /// A report is stored, and then its message is acknowledged.
        QUARANTINE
    }

    /// The same with other renditions.
    public JobSettings with(RenditionSet other) {
        return new JobSettings(other, layout, limits, maxUploadBytes, cacheControl, missing, corrupt, removals);
    }

    /// The digest of all settings that decide what is stored and where. Renditions that were made with another
    /// digest are stale.
    public String digest() {
        var kind = layout instanceof KeyLayout.Versioned ? "versioned" : "stable";
        return Sha256.nameOf(renditions.canonical(), kind, layout.bucket(), layout.renditions(), cacheControl);
    }

    /// Stands for what renditions of this content are and how they are made.
    ///
    /// @param engine by name and version
    String content(String etag, String engine) {
        return KeyLayout.content(etag, digest(), engine);
    }
}
