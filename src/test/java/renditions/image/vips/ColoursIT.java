package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;
import renditions.testing.Metadata;
import renditions.testing.Patches;
import renditions.testing.Pixels;
import renditions.testing.Profiles;

/// However a picture's colours are stored, its renditions are 8-bit sRGB or grey and look the same.
class ColoursIT {
    private static final BufferedImage PHOTO = Drawing.photo(300, 200);
    private static final PixelSize HALF = new PixelSize(150, 100);

    static Stream<Arguments> coloured() {
        return Stream.of(
                arguments("png", List.of("colourspace space=rgb16")),
                arguments("tiff", List.of("colourspace space=rgb16")),
                arguments("tiff", List.of("colourspace space=scrgb")),
                arguments("tiff", List.of("colourspace space=lab")),
                arguments("tiff", List.of("addalpha", "addalpha")));
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("coloured")
    void colours_look_the_same(String format, List<String> operations) {
        assertLooks(Engine.made(PHOTO, operations, format + "save_buffer", "keep=none"), PHOTO);
    }

    @Test
    void channels_beyond_transparency_are_dropped() {
        var file = Engine.made(PHOTO, List.of("addalpha", "addalpha"), "tiffsave_buffer", "keep=none");
        try (var picture = Engine.decode(file)) {
            Engine.awaitHeld(4 * picture.size().pixels());
        }
    }

    static Stream<Arguments> grey() {
        var grey = List.of("extract_band band=0", "copy interpretation=b-w");
        return Stream.of(List.<String>of(), List.of("colourspace space=grey16"), List.of("addalpha"))
                .map(further -> Stream.concat(grey.stream(), further.stream()).toList())
                .flatMap(operations -> Stream.of(arguments("png", operations), arguments("tiff", operations)));
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("grey")
    void grey_looks_the_same(String format, List<String> operations) {
        var grey = Pixels.grey(PHOTO);
        assertLooks(Engine.made(grey, operations, format + "save_buffer", "keep=none"), grey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"palette=true,dither=0", "palette=true,interlace=true", "interlace=true"})
    void png_of_every_kind_looks_the_same(String options) {
        assertLooks(Engine.made(PHOTO, "pngsave_buffer", options), PHOTO);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void what_java_stores_in_grey_looks_the_same(int type) {
        var grey = new BufferedImage(300, 200, type);
        grey.createGraphics().drawImage(PHOTO, 0, 0, null);
        var file = ImageFiles.png(grey);
        assertLooks(file, ImageFiles.read(file));
    }

    @Test
    void black_and_white_becomes_grey_where_it_is_made_smaller() {
        var lines = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 200; y += 2) {
            lines.createGraphics().drawLine(0, y, 300, y);
        }
        try (var picture = Engine.decode(ImageFiles.png(lines), HALF)) {
            assertThat(Engine.seen(picture).getRGB(75, 50) & 0xff).isBetween(118, 138);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpegsave_buffer", "tiffsave_buffer"})
    void inks_become_light(String saver) {
        var file = Engine.made(PHOTO, List.of("colourspace space=cmyk"), saver, "keep=none");
        try (var picture = Engine.decode(file)) {
            assertSimilar(picture); // paper cannot show all that a screen can
        }
    }

    @Test
    void a_colour_profile_is_applied() {
        var file = Metadata.jpegWithProfile(ImageFiles.jpeg(PHOTO), Profiles.linear());
        assertThat(Engine.header(file).profile()).isTrue();
        assertLooks(file, Pixels.curved(PHOTO, Profiles::linearToSrgb));
    }

    static Stream<Arguments> deep() {
        var grey = List.of("extract_band band=0", "copy interpretation=b-w", "colourspace space=grey16");
        return Stream.of(
                arguments("png", List.of("icc_transform output_profile=p3,depth=16")),
                arguments("png", List.of("icc_transform output_profile=p3,depth=16", "addalpha")),
                arguments("tiff", List.of("icc_transform output_profile=p3,depth=16", "addalpha")),
                arguments("tiff", List.of("icc_transform output_profile=p3,depth=8")),
                arguments("png", grey));
    }

    /// lcms' quick way for 16 bits would be off by a dozen near the edge of a space.
    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("deep")
    void a_profile_is_applied_exactly_to_samples_of_16_bits(String format, List<String> operations) {
        var grey = operations.getFirst().startsWith("extract");
        var file = Engine.made(Patches.picture(), operations, format + "save_buffer", "keep=icc");
        assertThat(Engine.header(file).profile()).isNotEqualTo(grey);
        for (var size : List.of(new PixelSize(96, 72), new PixelSize(40, 30))) {
            try (var picture = Engine.decode(file, size)) {
                var seen = Patches.seen(Engine.seen(picture));
                for (int patch = 0; patch < seen.size(); patch++) {
                    int expected = Patches.COLOURS.get(patch);
                    int red = 0x010101 * (expected >> 16);
                    assertThat(Pixels.distance(seen.get(patch), grey ? red : expected))
                            .as("patch %d: %06x", patch, seen.get(patch))
                            .isLessThanOrEqualTo(format.equals("tiff") && operations.size() == 1 ? 7 : 3);
                }
            }
        }
    }

    @Test
    void inks_of_16_bits_are_converted_by_their_profile() {
        var file = Engine.made(
                PHOTO, List.of("icc_transform output_profile=cmyk,depth=16"), "tiffsave_buffer", "keep=icc");
        try (var picture = Engine.decode(file)) {
            assertSimilar(picture);
        }
    }

    @Test
    void a_damaged_colour_profile_does_not_cost_the_picture() {
        var file = Metadata.jpegWithProfile(ImageFiles.jpeg(PHOTO), Profiles.damaged());
        assertThat(Engine.header(file).profile()).isTrue();
        assertLooks(file, PHOTO);
    }

    @Test
    void the_plain_picture_of_an_ultra_hdr_is_shown() {
        var file = Engine.made(PHOTO, List.of("colourspace space=scrgb"), "uhdrsave_buffer", "Q=95");
        try (var picture = Engine.decode(file)) {
            assertSimilar(picture); // its tones differ from those of the bright one
        }
    }

    private static void assertSimilar(Picture picture) {
        var likeness = Likeness.between(Engine.seen(picture), PHOTO);
        assertThat(likeness.hash()).isLessThan(8);
        assertThat(likeness.mean()).isLessThan(25);
    }

    private static void assertLooks(byte[] file, BufferedImage expected) {
        try (var picture = Engine.decode(file, HALF)) {
            Likeness.assertAlike(Engine.seen(picture), Pixels.scaled(expected, HALF));
        }
    }
}
