package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.Bytes;
import renditions.testing.ImageFiles;
import renditions.testing.Light;
import renditions.testing.Metadata;
import renditions.testing.Patches;
import renditions.testing.Pixels;

/// Colours that a file states without a profile come out in sRGB, within 3 of 255 of what the standards' formulas
/// give.
class StatedColoursIT {
    private static final byte[] LINEAR = bigEndian32(100_000);
    private static final byte[] P3 = chromaticities(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);
    private static final byte[] PLAIN = chromaticities(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000);

    private static byte[] chromaticities(long... numbers) {
        return joined(Arrays.stream(numbers).mapToObj(Bytes::bigEndian32).toArray(byte[][]::new));
    }

    private static int fromLinear(int rgb) {
        return Light.toSrgb(rgb, light -> light, Light.SAME);
    }

    private static int fromP3(int rgb) {
        return Light.toSrgb(rgb, Light::decoded, Light.FROM_P3);
    }

    /// Files of patches by kind of PNG: samples, depth, palette, interlace.
    private static final List<byte[]> PNGS = List.of(
            ImageFiles.png(Patches.picture()),
            ImageFiles.interlacedPng(Patches.picture()),
            png(List.of("colourspace space=rgb16"), ""),
            png(List.of("addalpha"), ""),
            png(List.of("colourspace space=rgb16", "addalpha"), "interlace=true"),
            png(List.of(), "palette=true,dither=0"));

    private static byte[] png(List<String> operations, String options) {
        return Engine.made(Patches.picture(), operations, "pngsave_buffer", "keep=none," + options);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                arguments("gAMA", LINEAR, (IntUnaryOperator) StatedColoursIT::fromLinear),
                arguments("gAMA", bigEndian32(55_556), (IntUnaryOperator)
                        rgb -> Light.toSrgb(rgb, number -> Math.pow(number, 1.8), Light.SAME)),
                arguments("gAMA", bigEndian32(45_455), IntUnaryOperator.identity()),
                arguments("gAMA", bigEndian32(0), IntUnaryOperator.identity()),
                arguments("cHRM", P3, (IntUnaryOperator) StatedColoursIT::fromP3),
                arguments("cHRM", PLAIN, IntUnaryOperator.identity()),
                arguments("cHRM", new byte[32], IntUnaryOperator.identity()),
                arguments("cICP", new byte[] {12, 13, 0, 1}, (IntUnaryOperator) StatedColoursIT::fromP3),
                arguments("cICP", new byte[] {1, 8, 0, 1}, (IntUnaryOperator) StatedColoursIT::fromLinear),
                arguments("cICP", new byte[] {9, 13, 0, 1}, (IntUnaryOperator)
                        rgb -> Light.toSrgb(rgb, Light::decoded, Light.FROM_2020)),
                arguments("cICP", new byte[] {1, 13, 0, 1}, IntUnaryOperator.identity()),
                arguments("cICP", new byte[] {2, 2, 0, 1}, IntUnaryOperator.identity()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("statements")
    void a_png_of_every_kind_is_shown_as_it_states(String chunk, byte[] content, IntUnaryOperator expected) {
        for (var png : PNGS) {
            assertShown(Metadata.pngWith(png, chunk, content), expected);
        }
    }

    @Test
    void grey_has_a_curve_and_no_primaries() {
        var grey = List.of("extract_band band=1", "copy interpretation=b-w");
        for (var further : List.of("copy", "addalpha", "colourspace space=grey16")) {
            var file = png(List.of(grey.get(0), grey.get(1), further), "");
            assertShown(Metadata.pngWith(file, "gAMA", LINEAR), rgb -> fromLinear(greenAsGrey(rgb)));
            assertShown(Metadata.pngWith(file, "cHRM", P3), StatedColoursIT::greenAsGrey);
        }
    }

    private static int greenAsGrey(int rgb) {
        return 0x010101 * (rgb >> 8 & 0xff);
    }

    @Test
    void code_points_count_more_than_a_profile_a_profile_more_than_srgb_and_srgb_more_than_gamma() {
        var p3 = new byte[] {12, 13, 0, 1};
        var gamma = Metadata.pngWith(ImageFiles.png(Patches.picture()), "gAMA", LINEAR);
        var srgb = Metadata.pngWith(gamma, "sRGB", new byte[1]);
        assertShown(srgb, IntUnaryOperator.identity());
        assertShown(Metadata.pngWith(srgb, "cICP", p3), StatedColoursIT::fromP3);
        var profiled = Engine.made(
                Patches.picture(), List.of("icc_transform output_profile=p3,depth=16"), "pngsave_buffer", "keep=icc");
        assertThat(Engine.header(profiled).profile()).isTrue();
        assertShown(Metadata.pngWith(profiled, "gAMA", LINEAR), IntUnaryOperator.identity());
        assertShown(Metadata.pngWith(profiled, "cICP", new byte[] {1, 8, 0, 1}), rgb -> fromLinear(toP3(rgb)));
    }

    private static int toP3(int rgb) {
        var matrix = List.of(0.8224621, 0.177538, 0.0, 0.0331941, 0.9668058, 0.0, 0.0170827, 0.0723974, 0.9105199);
        return Light.fromSrgb(rgb, matrix, Light::encoded);
    }

    static Stream<Arguments> codePoints() {
        return Stream.of(
                arguments(12, 13, (IntUnaryOperator) StatedColoursIT::fromP3),
                arguments(1, 8, (IntUnaryOperator) StatedColoursIT::fromLinear),
                arguments(1, 13, IntUnaryOperator.identity()),
                arguments(1, 1, IntUnaryOperator.identity()),
                arguments(2, 2, IntUnaryOperator.identity()));
    }

    @ParameterizedTest(name = "primaries {0}, transfer {1}")
    @MethodSource("codePoints")
    void an_avif_is_shown_as_its_code_points_state(int primaries, int transfer, IntUnaryOperator expected) {
        for (var operations : List.of(List.of("copy"), List.of("addalpha"))) {
            assertShown(avif(Patches.picture(), operations, 8, primaries, transfer), expected);
        }
        assertShown(avif(Patches.picture(), List.of("colourspace space=rgb16"), 10, primaries, transfer), expected);
    }

    private static byte[] avif(BufferedImage picture, List<String> operations, int bits, int primaries, int transfer) {
        var file = Engine.made(
                picture,
                operations,
                "heifsave_buffer",
                "compression=av1,effort=0,lossless=true,keep=none,bitdepth=" + bits);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("nclx");
        assertThat(at).isPositive();
        ByteBuffer.wrap(file).putShort(at + 4, (short) primaries).putShort(at + 6, (short) transfer);
        return file;
    }

    private static void assertShown(byte[] file, IntUnaryOperator expected) {
        try (var picture = Engine.decode(file)) {
            var seen = Patches.seen(Engine.seen(picture));
            for (int patch = 0; patch < seen.size(); patch++) {
                assertNear(seen.get(patch), expected.applyAsInt(Patches.COLOURS.get(patch)), 3);
            }
        }
    }

    private static void assertNear(int seen, int expected, int most) {
        assertThat(Pixels.distance(seen, expected))
                .as("%06x, expected %06x", seen & 0xffffff, expected)
                .isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 18})
    void pictures_for_bright_screens_are_shown_darker_with_their_white_as_white(int transfer) {
        var greys = Patches.COLOURS.stream().map(StatedColoursIT::greenAsGrey).toList();
        var bright = Patches.picture(greys.stream()
                .map(rgb -> Light.fromSrgb(rgb, Light.SAME, transfer == 16 ? Light::pq : Light::hlg))
                .toList());
        var png = Metadata.pngWith(ImageFiles.png(bright), "cICP", new byte[] {9, (byte) transfer, 0, 1});
        for (var file : List.of(png, avif(bright, List.of(), 8, 9, transfer))) {
            try (var picture = Engine.decode(file)) {
                var seen = Patches.seen(Engine.seen(picture));
                for (int patch = 0; patch < seen.size(); patch++) {
                    assertNear(seen.get(patch), greys.get(patch), 8);
                }
            }
        }
    }

    @Test
    void colours_for_bright_screens_keep_their_hue() {
        var bright = Patches.picture(Patches.COLOURS.stream()
                .map(rgb -> Light.fromSrgb(rgb, Light.TO_2020, Light::pq))
                .toList());
        try (var picture = Engine.decode(avif(bright, List.of(), 8, 9, 16))) {
            var seen = Patches.seen(Engine.seen(picture));
            for (int patch = 0; patch < seen.size(); patch++) {
                assertNear(seen.get(patch), Patches.COLOURS.get(patch), 24);
            }
        }
    }
}
