package renditions.image;

/// What a picture may cost, checked on its header before any pixel is touched.
///
/// @param maxPixels width times height times frames, in pixels; more is refused
/// @param maxPixelsAtOnce the same for pictures that must be held whole while they are decoded (interlaced PNG,
///     progressive JPEG, AVIF), in pixels; such a picture takes many times the memory of one that is read line by
///     line
public record ImageLimits(long maxPixels, long maxPixelsAtOnce) {
    /// 100 megapixels, and 50 for pictures that are held whole.
    public static final ImageLimits DEFAULT = new ImageLimits(100_000_000, 50_000_000);

    public ImageLimits {
        if (maxPixels < 1 || maxPixelsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "limits are at least 1 pixel, not " + maxPixels + " and " + maxPixelsAtOnce);
        }
    }
}
