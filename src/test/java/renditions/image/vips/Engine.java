package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import renditions.batch.Cancellation;
import renditions.image.Encoded;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.image.Rendered;
import renditions.image.Thumbnail;
import renditions.image.guard.GuardedImages;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;

/// The engine under test, behind the guard as the function has it, with short calls for pictures that must succeed.
final class Engine {
    static final VipsImages IMAGES = VipsImages.load(System.getenv("LIBVIPS"), null);
    static final Images GUARDED = new GuardedImages(IMAGES);
    static final Cancellation NEVER = Cancellation.never();

    private Engine() {}

    /// Waits until libvips holds about this many bytes of pixels in the whole process, and no file. Its threads may
    /// still be giving back their part of a finished job.
    static void awaitHeld(long bytes) {
        await().untilAsserted(() -> {
            var tracked = IMAGES.tracked();
            assertThat(tracked.bytes()).isBetween(bytes, bytes + bytes / 10);
            assertThat(tracked.allocations()).isEqualTo(bytes == 0 ? 0 : 1);
            assertThat(tracked.files()).isZero();
        });
    }

    static Probed probe(byte[] file) {
        return probe(NEVER, file);
    }

    static Probed probe(Cancellation cancellation, byte[] file) {
        try (var arena = Arena.ofConfined()) {
            return GUARDED.probe(cancellation, Bytes.toNative(arena, file), ImageLimits.DEFAULT);
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
        return rendered(NEVER, file, size);
    }

    static Rendered rendered(Cancellation cancellation, byte[] file, PixelSize size) {
        try (var arena = Arena.ofConfined()) {
            var bytes = Bytes.toNative(arena, file);
            var header = header(GUARDED.probe(NEVER, bytes, ImageLimits.DEFAULT));
            return GUARDED.decode(cancellation, bytes, header, size);
        }
    }

    /// Decodes a file at this size.
    static Picture decode(byte[] file, PixelSize size) {
        return picture(rendered(file, size));
    }

    /// Decodes a file at its own size.
    static Picture decode(byte[] file) {
        return decode(file, header(file).size());
    }

    static Picture picture(Rendered rendered) {
        assertThat(rendered).isInstanceOf(Picture.class);
        return (Picture) rendered;
    }

    static Thumbnail thumbnail(Picture picture) {
        var thumbnail = picture.thumbnail(NEVER);
        assertThat(thumbnail).isInstanceOf(Thumbnail.class);
        return (Thumbnail) thumbnail;
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

    /// The file as the JDK decodes it, by way of PNG if the JDK has no decoder.
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

    /// A picture changed by some of libvips' own operations, each given by name and options: for files that neither
    /// the JDK nor the port can write.
    ///
    /// @param saver and its options
    static byte[] made(BufferedImage image, List<String> operations, String saver, String options) {
        var vips = IMAGES.library();
        try (var arena = Arena.ofConfined();
                var opened = vips.open(Loader.PNG, Bytes.toNative(arena, ImageFiles.png(image)), "access=sequential");
                var pixels = opened.inMemory(NEVER, opened);
                var changed = changed(pixels, operations);
                var save = changed.operation(saver, options);
                var encoded = save.encoded(changed.size(), Format.PNG)) { // nothing reads the format
            return bytes(encoded.bytes());
        } catch (VipsFailure failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    /// Each operation as `name option=value,option=value`.
    private static VipsImage changed(VipsImage image, List<String> operations) throws VipsFailure {
        var result = applied(image, "copy");
        for (var each : operations) {
            try (var previous = result) {
                result = applied(previous, each);
            }
        }
        return result;
    }

    private static VipsImage applied(VipsImage image, String operation) throws VipsFailure {
        var words = (operation + " ").split(" ", 2);
        try (var operating = image.operation(words[0], words[1].strip())) {
            return operating.image();
        }
    }

    /// A picture in a format that the JDK cannot write.
    static byte[] made(BufferedImage image, String saver, String options) {
        return made(image, List.of(), saver, options);
    }

    /// A picture of many pixels.
    static byte[] enlarged(PixelSize size, String saver, String options) {
        var enlarge = "thumbnail_image width=%d,height=%d,size=force".formatted(size.width(), size.height());
        return made(Drawing.photo(500, 300), List.of(enlarge), saver, options);
    }
}
