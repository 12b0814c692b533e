package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.LosslessJpeg;
import renditions.testing.Metadata;

class JpegEndTest {
    private static final byte[] PLAIN = ImageFiles.jpeg(Drawing.photo(90, 70));
    private static final byte[] PROGRESSIVE = ImageFiles.progressiveJpeg(Drawing.photo(90, 70));

    private static boolean isMissing(byte[] jpeg) {
        return JpegEnd.isMissing(MemorySegment.ofArray(jpeg));
    }

    private static byte[] without(byte[] jpeg, int last) {
        return Arrays.copyOf(jpeg, jpeg.length - last);
    }

    @Test
    void a_jpeg_may_lack_its_end_marker_but_not_the_half_of_it() {
        for (var jpeg : List.of(PLAIN, PROGRESSIVE, LosslessJpeg.of(Drawing.photo(9, 7)))) {
            assertThat(isMissing(jpeg)).isFalse();
            assertThat(isMissing(without(jpeg, 1))).isFalse();
            assertThat(isMissing(without(jpeg, 2))).isTrue();
        }
    }

    @Test
    void what_follows_the_end_marker_does_not_hide_it() {
        assertThat(isMissing(Bytes.joined(PLAIN, Bytes.of("and more")))).isFalse();
        var preview = Metadata.jpegWithExif(PLAIN, PLAIN);
        assertThat(isMissing(without(preview, 2))).isTrue();
    }

    @Test
    void a_missing_scan_is_more_than_a_missing_end() {
        int last = lastScan(PROGRESSIVE);
        assertThat(isMissing(Arrays.copyOf(PROGRESSIVE, last))).isFalse();
        assertThat(isMissing(Arrays.copyOf(PROGRESSIVE, last + 5))).isFalse();
    }

    private static int lastScan(byte[] jpeg) {
        int last = 0;
        for (int at = 0; at + 1 < jpeg.length; at++) {
            last = (jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xda ? at : last;
        }
        return last;
    }

    @Test
    void an_arithmetic_coding_does_not_tell() {
        var arithmetic = without(PLAIN, 2);
        for (int at = 0; at + 1 < arithmetic.length; at++) {
            if ((arithmetic[at] & 0xff) == 0xff && (arithmetic[at + 1] & 0xff) == 0xc0) {
                arithmetic[at + 1] = (byte) 0xc9;
            }
        }
        assertThat(isMissing(arithmetic)).isFalse();
    }

    @Test
    void the_copy_has_the_marker() {
        try (var arena = Arena.ofConfined()) {
            var whole = JpegEnd.added(arena, MemorySegment.ofArray(without(PLAIN, 2)));
            assertThat(whole.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(PLAIN);
        }
    }

    @Test
    void no_bytes_lead_out_of_the_file() {
        var random = new Random(2);
        for (int round = 0; round < 5_000; round++) {
            var wild = Arrays.copyOf(PROGRESSIVE, 4 + random.nextInt(PROGRESSIVE.length - 4));
            for (int change = 0; change < 6; change++) {
                wild[2 + random.nextInt(wild.length - 2)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            assertThat(isMissing(wild)).isIn(true, false);
        }
    }
}
