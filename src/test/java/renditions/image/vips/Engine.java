package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.testing.Bytes;
import renditions.testing.ImageFiles;

/// The engine under test, and short ways through it for pictures that must succeed.
final class Engine {
    static final VipsImages IMAGES = VipsImages.load(System.getenv("LIBVIPS"), null);
    static final Cancellation NEVER = Cancellation.never();

    private Engine() {}

    static Probed probe(byte[] file) {
        try (var arena = Arena.ofConfined()) {
            return IMAGES.probe(NEVER, Bytes.toNative(arena, file), ImageLimits.DEFAULT);
        }
    }

    static Header header(byte[] file) {
        return header(probe(file));
    }

    static Header header(Probed probed) {
        assertThat(probed).isInstanceOf(Header.class);
        return (Header) probed;
    }

    static Rendered rendered(byte[] file, PixelSize size) {
        try (var arena = Arena.ofConfined()) {
            return IMAGES.decode(NEVER, Bytes.toNative(arena, file), header(file), size);
        }
    }

    /// Decoded at this size.
    static Picture decode(byte[] file, PixelSize size) {
        return picture(rendered(file, size));
    }

    /// Decoded at its own size.
    static Picture decode(byte[] file) {
        return decode(file, header(file).size());
    }

    static Picture picture(Rendered rendered) {
        assertThat(rendered).isInstanceOf(Picture.class);
        return (Picture) rendered;
    }

    static EncodedPicture encoded(Encoded encoded) {
        assertThat(encoded).isInstanceOf(EncodedPicture.class);
        return (EncodedPicture) encoded;
    }

    static byte[] encode(Picture picture, Format format) {
        try (var encoded = encoded(picture.encode(NEVER, format, 80))) {
            return bytes(encoded.bytes());
        }
    }

    static byte[] bytes(MemorySegment segment) {
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }

    /// The file as the JDK sees it, by way of PNG where the JDK has no decoder.
    static BufferedImage seen(byte[] file, Format format) {
        return switch (format) {
            case JPEG, PNG, GIF, TIFF -> ImageFiles.read(file);
            case WEBP, AVIF -> {
                try (var picture = decode(file)) {
                    yield seen(picture);
                }
            }
        };
    }

    static BufferedImage seen(Picture picture) {
        return ImageFiles.read(encode(picture, Format.PNG));
    }

    /// In a format that the JDK cannot write and the port does not offer, or with settings of its own.
    static byte[] encode(BufferedImage image, String saver, String options) {
        try (var arena = Arena.ofConfined()) {
            var png = Bytes.toNative(arena, ImageFiles.png(image));
            var vips = IMAGES.library();
            try (var pixels = vips.open(Loader.PNG, png);
                    var save = pixels.operation(saver).set(options);
                    var lifetime = Arena.ofConfined()) {
                return bytes(vips.calls().bytes(save.blob(), lifetime));
            } catch (VipsFailure failure) {
                throw new IllegalArgumentException(failure);
            }
        }
    }
}
