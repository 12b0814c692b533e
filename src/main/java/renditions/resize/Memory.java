package renditions.resize;

import renditions.batch.BytePermits;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;

/// The native memory that all items of the process may take together, in two parts: an item takes of the first
/// while it downloads, and then of the second while it has pixels, never the other way round, so that no two wait
/// for each other.
///
/// @param uploads for encoded uploads
/// @param pixels for what decoding, resizing and encoding need
public record Memory(BytePermits uploads, BytePermits pixels) {
    /// Bytes for a pixel of what is kept in memory: four samples, and as much again while it is resized and
    /// encoded.
    private static final long PIXEL = 8;

    /// Bytes for a pixel of an upload that is decoded at once: coefficients, or the frame and what the decoder
    /// keeps beside it. For AVIF libvips took 282 MB for 12 megapixels.
    private static final long PIXEL_AT_ONCE = 8;

    private static final long PIXEL_AVIF = 24;

    /// Lines of an upload that is decoded from top to bottom, of four samples.
    private static final long LINES = 256 * 4;

    /// Divides memory between uploads and pixels.
    ///
    /// @param bytes of both together
    public static Memory of(long bytes) {
        return new Memory(new BytePermits(bytes / 3), new BytePermits(bytes - bytes / 3));
    }

    /// What decoding an upload and making its renditions needs at most, in bytes.
    ///
    /// @param base the size it is decoded at
    static long needed(Header header, PixelSize base) {
        return 2 * PIXEL * base.pixels() + decoding(header);
    }

    private static long decoding(Header header) {
        if (!header.decodedAtOnce()) {
            return LINES * header.size().width();
        }
        return header.size().pixels() * (header.format() == Format.AVIF ? PIXEL_AVIF : PIXEL_AT_ONCE);
    }
}
