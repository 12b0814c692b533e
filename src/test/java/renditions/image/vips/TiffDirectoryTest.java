package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import renditions.image.PixelSize;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;

class TiffDirectoryTest {
    private static final byte[] LITTLE =
            Bytes.of("II*\0\10\0\0\0\2\0" + "\0\1\3\0\1\0\0\0\20\0\0\0" + "\3\1\3\0\1\0\0\0\7\0\0\0");
    private static final byte[] BIG = Bytes.of("MM\0+\0\10\0\0" + "\0\0\0\0\0\0\0\20" + "\0\0\0\0\0\0\0\1"
            + "\1\3\0\3\0\0\0\0\0\0\0\1\u0088\155\0\0\0\0\0\0");

    @Test
    void the_compression_is_read_in_both_byte_orders_and_sizes() {
        assertThat(compression(LITTLE)).isEqualTo(7);
        assertThat(compression(BIG)).isEqualTo(34_925);
        assertThat(compression(ImageFiles.tiff(Drawing.photo(10, 10)))).isEqualTo(1);
    }

    @Test
    void tiles_count_by_rows_and_strips_of_few_lines_as_one() {
        var page = new PixelSize(100, 300);
        assertThat(blocks(page, tag(322, 64), tag(323, 32))).isEqualTo((2 * 2 + 1) * 64 * 32);
        assertThat(blocks(page, tag(322, 512), tag(323, 512))).isEqualTo((1 + 1) * 512 * 512);
        assertThat(blocks(page, tag(278, 128))).isEqualTo(128 * 100);
        assertThat(blocks(page, tag(278, 129))).isZero();
        assertThat(blocks(page)).isZero();
        assertThat(blocks(page, tag(277, 3), tag(284, 2))).isEqualTo(300 * 100 + 300 * 100 / 3);
    }

    private static byte[] tag(int tag, int value) {
        return HostilePictures.entry(tag, 4, 1, value);
    }

    private static long blocks(PixelSize page, byte[]... tags) {
        var file = Bytes.joined(Bytes.of("MM\0*\0\0\0\10"), HostilePictures.tiffEntries(tags));
        return new TiffFile(MemorySegment.ofArray(file)).shown().blockPixels(page);
    }

    @Test
    void a_cut_directory_tells_nothing() {
        for (int length = 4; length < LITTLE.length - 4; length++) {
            assertThat(compression(Arrays.copyOf(LITTLE, length))).isIn(0, 1);
        }
    }

    @Test
    void no_bytes_lead_out_of_the_file() {
        var random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            var wild = round % 2 == 0 ? LITTLE.clone() : BIG.clone();
            for (int change = 0; change < 6; change++) {
                wild[2 + random.nextInt(wild.length - 2)] = (byte) random.nextInt();
            }
            assertThat(compression(wild)).isNotNegative();
        }
    }

    private static int compression(byte[] file) {
        return (int) new TiffFile(MemorySegment.ofArray(file)).shown().value(TiffDirectory.COMPRESSION, 1);
    }
}
