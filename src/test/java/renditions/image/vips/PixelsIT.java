package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.RenditionSpec;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;
import renditions.testing.Metadata;
import renditions.testing.Pixels;

/// The pixels of renditions, compared with the JDK's decoders and a resize of our own.
class PixelsIT {
    private static final BufferedImage PHOTO = Drawing.photo(601, 449);

    private static final List<RenditionSpec> SPECS = List.of(
            spec(300, 300, Fit.INSIDE),
            spec(1000, 100, Fit.INSIDE),
            spec(200, 200, Fit.COVER),
            spec(90, 400, Fit.COVER),
            spec(5000, 5000, Fit.INSIDE));

    private static RenditionSpec spec(int width, int height, Fit fit) {
        return new RenditionSpec("r", width, height, fit, Format.writables(), 80);
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Format.values())
                .flatMap(from -> Format.writables().stream().map(to -> arguments(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyWay")
    void a_rendition_has_the_exact_size_and_looks_like_the_picture(Format from, Format to) {
        var file = file(PHOTO, from);
        var original = from == Format.WEBP || from == Format.AVIF ? PHOTO : ImageFiles.read(file);
        try (var base = Engine.decode(file, new PixelSize(601, 449))) {
            for (var spec : SPECS) {
                var geometry = spec.geometry(base.size());
                try (var rendition = Engine.picture(base.resize(Engine.NEVER, geometry))) {
                    assertThat(rendition.size()).isEqualTo(geometry.cut());
                    var seen = Engine.seen(Engine.encode(rendition, to), to);
                    var expected = Pixels.rendition(original, geometry);
                    if (to == Format.AVIF) {
                        Likeness.assertAlikeInAvif(seen, expected);
                    } else {
                        Likeness.assertAlike(seen, expected);
                    }
                }
            }
        }
    }

    static Stream<Arguments> everySize() {
        var sizes = List.of(
                new PixelSize(601, 449),
                new PixelSize(300, 224),
                new PixelSize(75, 56),
                new PixelSize(40, 100),
                new PixelSize(1, 1));
        return Stream.of(Format.values()).flatMap(from -> sizes.stream().map(size -> arguments(from, size)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everySize")
    void decoding_gives_exactly_the_asked_size(Format from, PixelSize size) {
        var file = file(PHOTO, from);
        var original = from == Format.WEBP || from == Format.AVIF ? PHOTO : ImageFiles.read(file);
        try (var picture = Engine.decode(file, size)) {
            Likeness.assertAlike(Engine.seen(picture), Pixels.scaled(original, size));
        }
    }

    static IntStream orientations() {
        return IntStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orientations")
    void every_orientation_comes_out_upright(int orientation) {
        var stored = Pixels.stored(PHOTO, orientation);
        var exif = Metadata.orientation(orientation);
        assertUpright(Metadata.jpegWithExif(ImageFiles.jpeg(stored), exif));
        assertUpright(Metadata.pngWith(ImageFiles.png(stored), "eXIf", exif));
    }

    private static void assertUpright(byte[] file) {
        assertThat(Engine.header(file).size()).isEqualTo(new PixelSize(601, 449));
        for (var size : List.of(new PixelSize(601, 449), new PixelSize(130, 97))) {
            try (var picture = Engine.decode(file, size)) {
                Likeness.assertAlike(Engine.seen(picture), Pixels.scaled(PHOTO, size));
            }
        }
    }

    @Test
    void transparency_survives_where_the_format_has_it() {
        var fading = Drawing.fading(400, 300);
        var half = new PixelSize(200, 150);
        try (var picture = Engine.decode(ImageFiles.png(fading), half)) {
            for (var format : List.of(Format.PNG, Format.WEBP)) {
                var seen = Engine.seen(Engine.encode(picture, format), format);
                assertThat(seen.getRGB(199, 75) >>> 24).isBetween(20, 45);
                assertThat(seen.getRGB(0, 75) >>> 24).isEqualTo(255);
            }
        }
    }

    @Test
    void jpeg_gets_a_white_background() {
        for (var transparent : List.of(Drawing.fading(400, 300), Pixels.grey(Drawing.fading(400, 300)))) {
            try (var picture = Engine.decode(ImageFiles.png(transparent))) {
                var seen = ImageFiles.read(Engine.encode(picture, Format.JPEG));
                Likeness.assertAlike(seen, transparent);
            }
        }
    }

    @Test
    void colours_that_nobody_sees_do_not_bleed_into_their_neighbours() {
        try (var picture = Engine.decode(ImageFiles.png(Drawing.hiddenGreen(301, 200)));
                var small = Engine.picture(picture.resize(Engine.NEVER, inside(picture, 100)))) {
            var seen = Engine.seen(small);
            for (int x = 0; x < seen.getWidth(); x++) {
                int pixel = seen.getRGB(x, 30);
                assertThat(pixel >>> 24 == 0 || (pixel >> 8 & 0xff) < 12)
                        .as("green of a visible pixel, %x", pixel)
                        .isTrue();
            }
        }
    }

    private static Geometry inside(Picture picture, int side) {
        return spec(side, side, Fit.INSIDE).geometry(picture.size());
    }

    @Test
    void the_comparison_sees_what_a_viewer_would_see() {
        var small = Pixels.scaled(PHOTO, new PixelSize(300, 224));
        assertThat(Likeness.between(small, small).good()).isTrue();
        for (int orientation = 2; orientation <= 4; orientation++) {
            assertThat(Likeness.between(small, Pixels.stored(small, orientation))
                            .good())
                    .isFalse();
        }
        assertThat(Likeness.between(small, Pixels.redAndBlueSwapped(small)).good())
                .isFalse();
        assertThat(Likeness.between(small, Pixels.grey(small)).good()).isFalse();
        var shifted = Pixels.scaled(PHOTO.getSubimage(30, 0, 571, 449), new PixelSize(300, 224));
        assertThat(Likeness.between(small, shifted).good()).isFalse();
    }

    private static byte[] file(BufferedImage image, Format format) {
        return switch (format) {
            case JPEG -> ImageFiles.jpeg(image);
            case PNG -> ImageFiles.png(image);
            case GIF -> ImageFiles.gif(image);
            case TIFF -> ImageFiles.tiff(image);
            case WEBP -> Engine.made(image, "webpsave_buffer", "Q=90,effort=2");
            case AVIF -> Engine.made(image, "heifsave_buffer", "compression=av1,effort=0,Q=85");
        };
    }
}
