package renditions.testing;

import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;

/// The profile of an engine without pixels: every format costs the same, AVIF cannot be stopped, and WebP only up
/// to 24 megapixels.
public record PaperProfile() implements EngineProfile {
    @Override
    public boolean stoppable(Format format, PixelSize size) {
        return switch (format) {
            case AVIF -> false;
            case WEBP -> size.pixels() <= 24_000_000;
            case JPEG, PNG, GIF, TIFF -> true;
        };
    }

    @Override
    public long decodeBytes(Header header, PixelSize base) {
        return header.decodedAtOnce() ? 8 * header.size().pixels() : 0;
    }

    @Override
    public long renderBytes(PixelSize base) {
        return 16 * base.pixels();
    }

    @Override
    public double decodeNanos(Format format) {
        return 50;
    }

    @Override
    public double encodeNanos(Format format) {
        return 500;
    }

    @Override
    public double resizeNanos() {
        return 20;
    }
}
