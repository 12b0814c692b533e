package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;

class JpegSegmentsTest {
    private static final byte[] JPEG = ImageFiles.jpeg(Drawing.photo(40, 30));

    @Test
    void a_hundred_scans_pass_and_more_do_not() {
        var most = HostilePictures.jpegWithScans(Limits.JPEG_SCANS);
        assertThat(Guarded.passed(most)).isEqualTo(most);
        Guarded.assertRefused(HostilePictures.jpegWithScans(Limits.JPEG_SCANS + 1), "more than 100 scans");
    }

    @Test
    void twenty_scans_of_arithmetic_coding_pass_and_more_do_not() {
        var frame = Bytes.of("\u00ff\u00d8\u00ff\u00ca\0\2");
        var scan = Bytes.of("\u00ff\u00da\0\2");
        Guarded.passed(Bytes.joined(frame, HostilePictures.repeated(scan, Limits.ARITHMETIC_SCANS)));
        Guarded.assertRefused(
                Bytes.joined(frame, HostilePictures.repeated(scan, Limits.ARITHMETIC_SCANS + 1)), "more than 20 scans");
    }

    @Test
    void scans_are_found_behind_bytes_that_decoders_skip() {
        var scans = HostilePictures.repeated(Bytes.of("x\u00ff\0\u00ff\u00ff\u00da\0\2"), Limits.JPEG_SCANS + 1);
        Guarded.assertRefused(Bytes.joined(Bytes.of("\u00ff\u00d8\u00ff\u00c2\0\2"), scans), "scans");
    }

    @Test
    void what_follows_the_only_scan_is_not_read() {
        int own = 8; // JFIF, two tables of quantisation, the frame, four Huffman tables: less than this limit's slack
        Guarded.passed(HostilePictures.jpegWithComments(Limits.JPEG_SEGMENTS - 2 * own));
        Guarded.assertRefused(HostilePictures.jpegWithComments(Limits.JPEG_SEGMENTS), "more than 4,000 segments");
        var tail = HostilePictures.repeated(Bytes.of("\u00ff\u00fe\0\2"), Limits.JPEG_SEGMENTS);
        Guarded.passed(Bytes.joined(JPEG, tail));
    }

    @Test
    void exif_is_reduced() {
        var exif = HostilePictures.loopingExif(6);
        assertThat(Guarded.passed(Metadata.jpegWithExif(JPEG, exif)))
                .isEqualTo(Metadata.jpegWithExif(JPEG, Arrays.copyOf(Metadata.orientation(6), exif.length)));
    }

    @Test
    void xmp_and_previews_are_blanked_and_colours_are_not() {
        var profile = Metadata.jpegWithProfile(JPEG, Bytes.of("profile"));
        assertThat(Guarded.passed(profile)).isEqualTo(profile);
        var xmp = Metadata.jpegWithXmp(profile, Metadata.SECRET);
        assertThat(new String(Guarded.passed(xmp), StandardCharsets.ISO_8859_1))
                .contains("ICC_PROFILE", "profile")
                .doesNotContain("xap", Metadata.SECRET);
    }
}
