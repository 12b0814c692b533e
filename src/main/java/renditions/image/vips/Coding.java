package renditions.image.vips;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Optional;

/// Codings that libvips' decoders recognise but cannot decode. libvips would report most of them as damage, and of
/// some, such as old-style JPEG in tiles or a camera's raw file, it would make a wrong picture. They are detected
/// from the bytes before libvips sees them, because all threads share its error texts.
final class Coding {
    private static final int JPEG_BITS = 8;

    private Coding() {}

    /// The coding that cannot be decoded, for people; empty if the bytes can be decoded.
    static Optional<String> unreadable(Loader loader, MemorySegment bytes) {
        return switch (loader) {
            case JPEG -> unreadableJpeg(bytes);
            case TIFF -> TiffCoding.unreadable(bytes);
            case HEIF -> Signatures.isHeic(bytes) ? Optional.of(Signatures.HEIC) : Optional.empty();
            case PNG, WEBP, GIF -> Optional.empty();
        };
    }

    private static Optional<String> unreadableJpeg(MemorySegment bytes) {
        var precision = new JpegFrame(bytes).precision();
        return precision.isPresent() && precision.getAsInt() != JPEG_BITS
                ? Optional.of(
                        String.format(Locale.ROOT, "a JPEG of %d bits per sample, 8 are read", precision.getAsInt()))
                : Optional.empty();
    }
}
