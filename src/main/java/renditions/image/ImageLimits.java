package renditions.image;

/// Limits of a picture, checked on its header before any pixel is decoded.
///
/// @param maxPixels width times height of one frame, in pixels; more is refused. Frames are not counted, because
///     only the first is decoded.
/// @param maxPixelsAtOnce the same for pictures that are decoded in one go (see [Header#decodedAtOnce()]), in
///     pixels; such a picture takes many times the memory of one that is read line by line, and its decode cannot
///     be stopped
public record ImageLimits(long maxPixels, long maxPixelsAtOnce) {
    /// 100 megapixels, and 50 for pictures that are decoded in one go.
    public static final ImageLimits DEFAULT = new ImageLimits(100_000_000, 50_000_000);

    public ImageLimits {
        if (maxPixels < 1 || maxPixelsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "limits are at least 1 pixel, not " + maxPixels + " and " + maxPixelsAtOnce);
        }
    }
}
