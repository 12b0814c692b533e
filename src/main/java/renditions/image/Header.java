package renditions.image;

/// What the header of a picture says, read before any pixel is decoded.
///
/// @param format told from the bytes
/// @param size upright, that is after its EXIF orientation is applied; of one frame
/// @param frames pages or animation frames, at least 1; renditions show the first
/// @param profile whether it carries an ICC colour profile
/// @param decodedAtOnce whether the decoder makes the whole picture in one go (progressive JPEG, interlaced PNG,
///     WebP, GIF, AVIF): all its pixels are in memory at once, and a cancellation takes effect when it is done
public record Header(Format format, PixelSize size, int frames, boolean profile, boolean decodedAtOnce)
        implements Probed {}
