package renditions.image.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.image.Format;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HeifFile;
import renditions.testing.ImageFiles;
import renditions.testing.Light;
import renditions.testing.Metadata;

class StatedColourTest {
    private static final byte[] PNG = ImageFiles.png(Drawing.photo(9, 7));
    private static final byte[] P3 = {12, 13, 0, 1};

    private static Optional<byte[]> profile(Format format, byte[] file, boolean profiled, boolean grey) {
        return StatedColour.profile(format, MemorySegment.ofArray(file), profiled, grey);
    }

    /// A second reader of profiles: that of the JDK.
    private static int[] shown(byte[] profile, int... rgb) {
        var space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        var numbers = new float[rgb.length];
        for (int channel = 0; channel < rgb.length; channel++) {
            numbers[channel] = rgb[channel] / 255f;
        }
        var shown = space.toRGB(numbers);
        return new int[] {Math.round(255 * shown[0]), Math.round(255 * shown[1]), Math.round(255 * shown[2])};
    }

    @Test
    void profiles_can_be_read_by_others() {
        var p3 = profile(Format.PNG, Metadata.pngWith(PNG, "cICP", P3), false, false)
                .orElseThrow();
        int expected = Light.toSrgb(0x3c8c3c, Light::decoded, Light.FROM_P3);
        assertNear(shown(p3, 60, 140, 60), expected >> 16, expected >> 8 & 0xff, expected & 0xff);
        var linear = Metadata.pngWith(PNG, "gAMA", bigEndian32(100_000));
        assertNear(shown(profile(Format.PNG, linear, false, false).orElseThrow(), 128, 128, 128), 188, 188, 188);
        assertNear(shown(profile(Format.PNG, linear, false, true).orElseThrow(), 128), 188, 188, 188);
    }

    private static void assertNear(int[] shown, int... expected) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(shown[channel])
                    .as(Arrays.toString(shown))
                    .isBetween(expected[channel] - 2, expected[channel] + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 8, 16, 17, 18})
    void every_curve_rises_from_black_to_white(int code) {
        var transfer = Transfer.of(code).orElseThrow();
        double before = -1;
        for (int step = 0; step <= 1_000; step++) {
            double light = transfer.light(step / 1_000.0);
            assertThat(light).isBetween(0.0, 1.0).isGreaterThanOrEqualTo(before);
            before = light;
        }
        assertThat(transfer.light(0)).isZero();
        assertThat(transfer.light(1)).isGreaterThan(0.97);
    }

    @Test
    void the_tone_curve_changes_nothing_up_to_nine_tenths_and_never_reaches_white() {
        assertThat(Tone.shown(0.3)).isEqualTo(0.3);
        assertThat(Tone.shown(0.9)).isEqualTo(0.9);
        assertThat(Tone.shown(0.9001)).isBetween(0.90009, 0.9001);
        assertThat(Tone.shown(1)).isBetween(0.949, 0.951);
        assertThat(Tone.shown(50)).isBetween(0.99, 0.9999);
        assertThat(Transfer.of(16).orElseThrow().light(Light.pq(0.5))).isBetween(0.499, 0.501);
        assertThat(Transfer.of(18).orElseThrow().light(Light.hlg(0.5))).isBetween(0.499, 0.501);
    }

    @Test
    void srgb_needs_no_profile_and_neither_does_a_format_that_states_nothing() {
        assertThat(profile(Format.PNG, PNG, false, false)).isEmpty();
        assertThat(profile(Format.PNG, Metadata.pngWith(PNG, "cICP", new byte[] {1, 13, 0, 1}), false, false))
                .isEmpty();
        assertThat(profile(Format.PNG, Metadata.pngWith(PNG, "cICP", P3), false, true))
                .isEmpty(); // grey has no primaries
        assertThat(profile(Format.JPEG, Metadata.pngWith(PNG, "cICP", P3), false, false))
                .isEmpty();
    }

    @Test
    void code_points_of_a_matrix_are_none_of_a_png() {
        assertThat(profile(Format.PNG, Metadata.pngWith(PNG, "cICP", new byte[] {12, 13, 9, 1}), false, false))
                .isEmpty();
    }

    @Test
    void statements_behind_the_pixels_do_not_count() {
        var end = Metadata.pngChunk("IEND", new byte[0]);
        var late = joined(Arrays.copyOf(PNG, PNG.length - end.length), Metadata.pngChunk("cICP", P3), end);
        assertThat(profile(Format.PNG, late, false, false)).isEmpty();
    }

    private static byte[] avif(int version, int flags, int primary, int... indexes) {
        var point = joined(Bytes.of("nclx"), Bytes.bigEndian16(12), Bytes.bigEndian16(13), new byte[3]);
        var other = joined(Bytes.of("nclx"), Bytes.bigEndian16(1), Bytes.bigEndian16(8), new byte[3]);
        var properties =
                HeifFile.box("ipco", HeifFile.size(8, 8), HeifFile.box("colr", point), HeifFile.box("colr", other));
        var associations = new ByteArrayOutputStream();
        for (int item = 0; item < indexes.length; item++) {
            associations.writeBytes(version == 0 ? Bytes.bigEndian16(item + 1) : bigEndian32(item + 1L));
            associations.write(2);
            for (int index : new int[] {1, indexes[item]}) {
                associations.writeBytes(
                        flags == 0 ? new byte[] {(byte) (0x80 | index)} : Bytes.bigEndian16(0x8000 | index));
            }
        }
        var ipma = HeifFile.box(
                "ipma",
                new byte[] {(byte) version, 0, 0, (byte) flags},
                bigEndian32(indexes.length),
                associations.toByteArray());
        var pitm = HeifFile.box("pitm", new byte[4], Bytes.bigEndian16(primary));
        return HeifFile.of(pitm, HeifFile.box("iprp", properties, ipma));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0", "1, 1"})
    void the_primary_items_code_points_count(int version, int flags) {
        assertThat(new HeifColour(MemorySegment.ofArray(avif(version, flags, 2, 3, 2))).space())
                .contains(ColourSpace.of(12, 13));
        assertThat(new HeifColour(MemorySegment.ofArray(avif(version, flags, 1, 3, 2))).space())
                .contains(ColourSpace.of(1, 8));
        assertThat(new HeifColour(MemorySegment.ofArray(avif(version, flags, 7, 3, 2))).space())
                .isEmpty();
        assertThat(profile(Format.AVIF, avif(version, flags, 2, 3, 2), true, false))
                .isEmpty();
    }

    @Test
    void no_bytes_lead_out_of_the_file() {
        var random = new Random(4);
        var png = Metadata.pngWith(Metadata.pngWith(PNG, "gAMA", bigEndian32(1)), "cHRM", new byte[32]);
        for (int round = 0; round < 5_000; round++) {
            boolean isPng = round % 2 == 0;
            var sound = isPng ? png : avif(0, 0, 1, 2);
            var wild = Arrays.copyOf(sound, random.nextInt(sound.length));
            for (int change = 0; change < 6 && wild.length > 4; change++) {
                ByteBuffer.wrap(wild).put(random.nextInt(wild.length), (byte) random.nextInt());
            }
            var profile = profile(isPng ? Format.PNG : Format.AVIF, wild, false, false);
            assertThat(profile.map(bytes -> bytes.length).orElse(200)).isBetween(200, 60_000);
        }
    }
}
