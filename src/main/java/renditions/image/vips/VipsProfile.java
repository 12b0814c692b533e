package renditions.image.vips;

import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;

/// The profile of libvips and its codecs. The guesses of cost are careful: several times what a usual machine
/// takes.
enum VipsProfile implements EngineProfile {
    INSTANCE;

    /// The most pixels of a WebP encoding that stops soon enough: libwebp converts all pixels into its own colours
    /// before it first asks whether to stop.
    ///
    /// Source: libwebp `picture_csp_enc.c`; libvips `webpsave.c`, progress hook.
    private static final long WEBP_STOPPABLE_PIXELS = 24_000_000;

    /// Bytes of a pixel in memory: four samples of 8 bits.
    private static final long PIXEL = 4;

    /// The most copies of the base's pixels that are alive at once: the base, and on two threads what is resized
    /// from it and encoded.
    private static final long COPIES = 4;

    /// The lines that are alive at once while an upload is decoded from top to bottom.
    private static final long LINES = 256;

    /// The bytes of a pixel in a picture that is decoded in one go: coefficients of 16 bits, or the frame and the
    /// decoder's copies.
    private static final long PIXEL_AT_ONCE = 8;

    /// The same for AVIF, whose decoder also holds planes and reference frames of up to 16 bits a sample.
    ///
    /// Source: libheif, libaom.
    private static final long PIXEL_AVIF = 24;

    /// libvips' `heifsave.c` never looks at its kill flag.
    @Override
    public boolean stoppable(Format format, PixelSize size) {
        return switch (format) {
            case AVIF -> false;
            case WEBP -> size.pixels() <= WEBP_STOPPABLE_PIXELS;
            case JPEG, PNG, GIF, TIFF -> true;
        };
    }

    @Override
    public long decodeBytes(Header header) {
        if (!header.decodedAtOnce()) {
            return PIXEL * LINES * header.size().width();
        }
        return header.size().pixels() * (header.format() == Format.AVIF ? PIXEL_AVIF : PIXEL_AT_ONCE);
    }

    @Override
    public long renderBytes(PixelSize base) {
        return COPIES * PIXEL * base.pixels();
    }

    @Override
    public double decodeNanos(Format format) {
        return switch (format) {
            case JPEG -> 25;
            case WEBP -> 50;
            case PNG, GIF, TIFF -> 60;
            case AVIF -> 100;
        };
    }

    @Override
    public double encodeNanos(Format format) {
        return switch (format) {
            case JPEG -> 25;
            case WEBP -> 100;
            case PNG -> 130;
            case AVIF -> 600;
            case GIF, TIFF -> 0; // never written
        };
    }

    @Override
    public double resizeNanos() {
        return 20;
    }
}
