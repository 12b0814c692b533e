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

    /// What every decode needs, in bytes.
    private static final long LEAST = 1_000_000;

    /// The lines of the decoder's picture, as they are stored and as 8-bit samples, that are alive at once while it
    /// is resized from top to bottom. Samples of 16 bits with a profile are floating-point numbers in place of
    /// 8-bit ones.
    private static final long STORED_LINES = 700;

    private static final long PLAIN_LINES = 1_400;

    /// The bytes of a coefficient of a progressive JPEG, of which each sample has one.
    private static final long COEFFICIENT = 2;

    /// The bytes of a pixel while a WebP is decoded: four samples, and the decoder's working memory.
    private static final long PIXEL_WEBP = 6;

    /// The bytes of a pixel while a GIF is decoded: four samples in the frame and in the copy of it.
    private static final long PIXEL_GIF = 8;

    /// The bytes of a pixel while an AVIF is decoded: planes, the frame, and the same for transparency; with
    /// samples of 8 bits and of more.
    private static final long PIXEL_AVIF = 24;

    private static final long PIXEL_DEEP_AVIF = 32;

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
    public long decodeBytes(Header header, PixelSize base) {
        long frame = header.decodedAtOnce() ? frame(header) : 0;
        return LEAST
                + lines(header, base)
                + frame
                + blocks(header)
                + header.storage().copyBytes();
    }

    /// The memory of a row of lines. The longer side counts, because the picture may be stored lying on its side.
    private static long lines(Header header, PixelSize base) {
        int shrink = decoderShrink(header, base);
        long side = Math.max(header.size().width(), header.size().height()) / shrink;
        long pixels = header.size().pixels() / shrink / shrink;
        long stored = header.storage().sampleBytes() * Math.min(pixels, STORED_LINES * side);
        boolean precise = header.profile() && header.storage().sampleBytes() == 2;
        long converted = (precise ? Float.BYTES : 1) * Math.min(pixels, PLAIN_LINES * side);
        return header.storage().samples() * (stored + converted);
    }

    private static int decoderShrink(Header header, PixelSize base) {
        if (!header.storage().shrinks()) {
            return 1;
        }
        double across = (double) header.size().width() / base.width();
        double down = (double) header.size().height() / base.height();
        double factor = Math.max(1, Math.min(across, down));
        return switch (header.format()) {
            case JPEG -> Loader.jpegShrink(factor);
            case WEBP -> (int) factor;
            case PNG, GIF, TIFF, AVIF -> 1;
        };
    }

    /// The memory of a picture that is decoded in one go.
    private static long frame(Header header) {
        var storage = header.storage();
        long pixel = switch (header.format()) {
            case JPEG -> COEFFICIENT * storage.samples();
            case PNG, TIFF -> (long) storage.samples() * storage.sampleBytes();
            case WEBP -> PIXEL_WEBP;
            case GIF -> PIXEL_GIF;
            case AVIF -> storage.sampleBytes() == 1 ? PIXEL_AVIF : PIXEL_DEEP_AVIF;
        };
        return pixel * header.size().pixels();
    }

    private static long blocks(Header header) {
        var storage = header.storage();
        return storage.blockPixels() * storage.samples() * storage.sampleBytes();
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
