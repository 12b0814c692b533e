package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import renditions.image.ImageProblem.Kind;
import renditions.testing.Bytes;
import renditions.testing.HostilePictures;
import renditions.testing.Metadata;

class WebpChunksTest {
    private static final byte[] STILL = HostilePictures.webp(HostilePictures.webpChunk("VP8L", new byte[20]));

    @Test
    void exif_is_reduced_and_xmp_blanked() {
        var exif = HostilePictures.webpWith(STILL, 9, 9, "EXIF", HostilePictures.loopingExif(8));
        var reduced = Arrays.copyOf(Metadata.orientation(8), HostilePictures.loopingExif(8).length);
        assertThat(Guarded.passed(exif)).isEqualTo(HostilePictures.webpWith(STILL, 9, 9, "EXIF", reduced));
        var xmp = HostilePictures.webpWith(STILL, 9, 9, "XMP ", Bytes.of(Metadata.SECRET));
        assertThat(Guarded.passed(xmp))
                .isEqualTo(HostilePictures.webpWith(STILL, 9, 9, "XMP ", new byte[Metadata.SECRET.length()]));
    }

    @Test
    void the_file_ends_behind_the_last_frame_that_is_allowed() {
        var most = HostilePictures.webpWithFrames(STILL, 9, 9, Limits.FRAMES);
        assertThat(Guarded.passed(most)).isEqualTo(most);
        var more = Guarded.passed(HostilePictures.webpWithFrames(STILL, 9, 9, Limits.FRAMES + 1));
        assertThat(Arrays.copyOf(more, most.length)).isEqualTo(most);
    }

    @Test
    void exif_behind_frames_that_are_too_many_stays_and_they_do_not() {
        var orientation = HostilePictures.webpChunk("EXIF", Metadata.orientation(6));
        var xmp = HostilePictures.webpChunk("XMP ", new byte[8]);
        var file = HostilePictures.webpWithFrames(STILL, 9, 9, Limits.FRAMES + 3, orientation, xmp);
        var most = HostilePictures.webpWithFrames(STILL, 9, 9, Limits.FRAMES, new byte[0]);

        var passed = Guarded.passed(file);

        int exif = file.length - xmp.length - orientation.length;
        assertThat(Arrays.copyOfRange(passed, 12, most.length)).isEqualTo(Arrays.copyOfRange(most, 12, most.length));
        assertThat(Arrays.copyOfRange(passed, most.length, most.length + 8))
                .isEqualTo(Bytes.joined(Bytes.of("skip"), Bytes.littleEndian32(exif - most.length - 8)));
        assertThat(Arrays.copyOfRange(passed, exif, exif + orientation.length)).isEqualTo(orientation);
        assertThat(Arrays.copyOfRange(passed, 4, 8)).isEqualTo(Bytes.littleEndian32(file.length - xmp.length - 8));
    }

    /// libvips would take four gigabytes of addresses for some of them before anybody can say no.
    @Test
    void fifty_megapixels_pass_and_more_are_refused_before_libvips_makes_room_for_them() {
        for (var type : List.of("VP8X", "VP8L", "VP8 ")) {
            Guarded.passed(ofSize(type, 10_000, 5_000));
            assertThat(Guarded.problem(ofSize(type, 10_000, 5_001)))
                    .contains(Kind.TOO_LARGE.because("50,010,000 (10000x5001), the limit is 50,000,000"));
        }
        assertThat(Guarded.problem(ofSize("VP8X", 1 << 24, 1 << 24)))
                .contains(Kind.TOO_LARGE.because("281,474,976,710,656 (16777216x16777216), the limit is 50,000,000"));
    }

    private static byte[] ofSize(String type, int width, int height) {
        byte[] content = switch (type) {
            case "VP8X" -> Bytes.joined(new byte[4], littleEndian24(width - 1), littleEndian24(height - 1));
            case "VP8L" -> Bytes.joined(new byte[1], Bytes.littleEndian32(((height - 1L) << 14) | (width - 1)));
            default -> Bytes.joined(new byte[6], Bytes.littleEndian32(((long) height << 16) | width));
        };
        return HostilePictures.webp(HostilePictures.webpChunk(type, content));
    }

    private static byte[] littleEndian24(int number) {
        return Arrays.copyOf(Bytes.littleEndian32(number), 3);
    }

    @Test
    void a_colour_profile_of_32_megabytes_passes_and_a_larger_one_does_not() {
        int most = Math.toIntExact(Limits.PROFILE);
        Guarded.passed(HostilePictures.webpWith(STILL, 9, 9, "ICCP", new byte[most]));
        Guarded.assertRefused(
                HostilePictures.webpWith(STILL, 9, 9, "ICCP", new byte[most + 1]),
                "more than 32,000,000 bytes of colour profile");
    }
}
