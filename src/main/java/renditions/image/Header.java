package renditions.image;

/// The header of a picture, read before any pixel is decoded.
///
/// @param format detected from the bytes
/// @param size the size of one frame, upright, that is after its EXIF orientation is applied
/// @param frames how many pages or animation frames there are, at least 1, as far as they are counted; renditions
///     show the first
/// @param profile whether its colours are converted: there is an ICC colour profile, or the file states otherwise
///     that they are not those of sRGB
/// @param decodedAtOnce whether the decoder makes the whole picture in one go (progressive JPEG, interlaced PNG,
///     WebP, GIF, AVIF): all its pixels are in memory at once, and a cancellation takes effect when it is done
/// @param storage how the pixels are stored
public record Header(Format format, PixelSize size, int frames, boolean profile, boolean decodedAtOnce, Storage storage)
        implements Probed {}
