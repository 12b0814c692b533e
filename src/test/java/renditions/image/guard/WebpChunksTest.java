package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
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
    void a_colour_profile_of_32_megabytes_passes_and_a_larger_one_does_not() {
        int most = Math.toIntExact(Limits.PROFILE);
        Guarded.passed(HostilePictures.webpWith(STILL, 9, 9, "ICCP", new byte[most]));
        Guarded.assertRefused(
                HostilePictures.webpWith(STILL, 9, 9, "ICCP", new byte[most + 1]),
                "more than 32,000,000 bytes of colour profile");
    }
}
