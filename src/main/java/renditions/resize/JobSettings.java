package renditions.resize;

import renditions.image.ImageLimits;

/// What every job goes by.
///
/// @param renditions what is made
/// @param layout where it goes
/// @param limits what a picture may cost
/// @param maxUploadBytes the largest upload that is downloaded, 1 to 2^31 - 1
/// @param cacheControl what caches may do with renditions
public record JobSettings(
        RenditionSet renditions, KeyLayout layout, ImageLimits limits, long maxUploadBytes, String cacheControl) {}
