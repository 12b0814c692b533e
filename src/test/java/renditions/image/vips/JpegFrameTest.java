package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;

class JpegFrameTest {
    private static final byte[] JPEG = ImageFiles.jpeg(Drawing.photo(20, 10));

    @Test
    void the_precision_is_read_behind_other_segments() {
        assertThat(precision(Metadata.jpegWithComment(JPEG, "\u00ff\u00c0\0\21\14")))
                .hasValue(8);
        assertThat(precision(ImageFiles.progressiveJpeg(Drawing.photo(20, 10)))).hasValue(8);
    }

    @Test
    void markers_may_be_padded() {
        assertThat(precision(Bytes.of("\u00ff\u00d8\u00ff\u00ff\u00ff\u00c3\0\21\20")))
                .hasValue(16);
    }

    @Test
    void what_has_no_frame_before_its_scan_is_for_the_decoder_to_judge() {
        assertThat(precision(Bytes.of("\u00ff\u00d8\u00ff"))).isEmpty();
        assertThat(precision(Bytes.of("\u00ff\u00d8\u00ff\u00da\0\10\0\0\u00ff\u00c0\0\21\14")))
                .isEmpty();
        assertThat(precision(Bytes.of("\u00ff\u00d8\u00ff\u00c4\0\2\0\u00ff\u00c0\0\21\14")))
                .isEmpty();
    }

    @Test
    void no_bytes_lead_out_of_the_file() {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            var wild = Arrays.copyOf(JPEG, random.nextInt(JPEG.length));
            for (int change = 0; change < 6 && wild.length > 0; change++) {
                wild[random.nextInt(wild.length)] = (byte) random.nextInt();
            }
            assertThat(precision(wild).orElse(0)).isBetween(0, 255);
        }
    }

    private static OptionalInt precision(byte[] file) {
        return new JpegFrame(MemorySegment.ofArray(file)).precision();
    }
}
