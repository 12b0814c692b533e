package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.image.Thumbnail;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;
import renditions.testing.Pixels;

/// Whatever a picture's colours are stored as, its thumbnail shows the whole of it in sRGB and alpha.
class ThumbnailIT {
    private static final BufferedImage PHOTO = Drawing.photo(300, 200);
    private static final PixelSize SMALL = new PixelSize(100, 67);

    @AfterEach
    void nothing_is_left() {
        Engine.awaitHeld(0);
    }

    static Stream<Arguments> pictures() {
        var grey = List.of("extract_band band=0", "copy interpretation=b-w");
        var grey16 = List.of("extract_band band=0", "copy interpretation=b-w", "colourspace space=grey16");
        return Stream.of(
                arguments("opaque", ImageFiles.png(PHOTO), PHOTO),
                arguments("fading", ImageFiles.png(Drawing.fading(300, 200)), Drawing.fading(300, 200)),
                arguments("16 bits", made(PHOTO, List.of("colourspace space=rgb16")), PHOTO),
                arguments("grey", made(Pixels.grey(PHOTO), grey), Pixels.grey(PHOTO)),
                arguments("grey, 16 bits", made(Pixels.grey(PHOTO), grey16), Pixels.grey(PHOTO)),
                arguments("fading grey", fadingGrey(), Pixels.grey(Drawing.fading(300, 200))));
    }

    /// The alpha of `fading` behind one channel of its grey.
    private static byte[] fadingGrey() {
        return made(
                Pixels.grey(Drawing.fading(300, 200)), List.of("extract_band band=2,n=2", "copy interpretation=b-w"));
    }

    private static byte[] made(BufferedImage image, List<String> operations) {
        return Engine.made(image, operations, "pngsave_buffer", "keep=none");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void the_thumbnail_looks_like_the_picture(String what, byte[] file, BufferedImage expected) {
        try (var picture = Engine.decode(file)) {
            Likeness.assertAlike(seen(Engine.thumbnail(picture)), Pixels.scaled(expected, SMALL));
        }
    }

    @Test
    void inks_become_light() {
        var file = Engine.made(PHOTO, List.of("colourspace space=cmyk"), "jpegsave_buffer", "keep=none");
        try (var picture = Engine.decode(file)) {
            var likeness = Likeness.between(seen(Engine.thumbnail(picture)), Pixels.scaled(PHOTO, SMALL));
            assertThat(likeness.hash()).isLessThan(8); // paper cannot show all that a screen can
            assertThat(likeness.mean()).isLessThan(25);
        }
    }

    @Test
    void a_small_picture_is_its_own_thumbnail() {
        var drawn = Drawing.photo(30, 20);
        try (var picture = Engine.decode(ImageFiles.png(drawn))) {
            assertThat(Likeness.between(seen(Engine.thumbnail(picture)), drawn).most())
                    .isZero();
        }
    }

    @Test
    void a_line_stays_one() {
        try (var line = Engine.decode(ImageFiles.png(Drawing.photo(3000, 1)))) {
            assertThat(Engine.thumbnail(line).size()).isEqualTo(new PixelSize(100, 1));
        }
    }

    @Test
    void the_placeholder_of_one_pixel_has_its_colour() {
        var pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        pixel.setRGB(0, 0, 0x3366cc);
        assertThat(placeholder(pixel).colour()).isEqualTo("#3366cc");
    }

    @Test
    void colours_that_nobody_sees_do_not_dominate() {
        var hidden = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB); // black, and invisible
        hidden.createGraphics().fillRect(0, 0, 400, 20);
        assertThat(placeholder(hidden).colour()).isEqualTo("#ffffff");
        assertThat(placeholder(Drawing.hiddenGreen(400, 300)).colour()).isEqualTo("#ff0000");
    }

    @Test
    void a_picture_that_nobody_sees_has_a_placeholder() {
        var nothing = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        assertThat(placeholder(nothing).colour()).isEqualTo("#ffffff");
    }

    private static Placeholder placeholder(BufferedImage image) {
        try (var picture = Engine.decode(ImageFiles.png(image))) {
            return Placeholder.of(Engine.thumbnail(picture));
        }
    }

    private static BufferedImage seen(Thumbnail thumbnail) {
        var size = thumbnail.size();
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        for (int pixel = 0; pixel < thumbnail.pixels(); pixel++) {
            int argb = thumbnail.alpha(pixel) << 24
                    | thumbnail.red(pixel) << 16
                    | thumbnail.green(pixel) << 8
                    | thumbnail.blue(pixel);
            image.setRGB(pixel % size.width(), pixel / size.width(), argb);
        }
        return image;
    }
}
