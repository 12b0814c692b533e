package renditions.image.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.testing.Bytes.bigEndian32;
import static renditions.testing.Bytes.joined;
import static renditions.testing.HostilePictures.entry;
import static renditions.testing.HostilePictures.tiffEntries;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.Bytes;
import renditions.testing.HostilePictures;
import renditions.testing.Metadata;

class ExifTest {
    private static final int SHORT = 3;
    private static final int LONG = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void only_the_orientation_is_left(int orientation) {
        assertReduced(Metadata.orientationAndPlace(orientation), orientation);
        assertReduced(HostilePictures.loopingExif(orientation), orientation);
        assertReduced(joined(Bytes.of("Exif\0\0"), Metadata.orientation(orientation)), orientation);
    }

    @Test
    void the_orientation_is_read_in_both_byte_orders_and_in_long_numbers() {
        assertReduced(Bytes.of("II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0"), 6);
        assertReduced(directory(entry(0x0112, LONG, 1, 8)), 8);
        assertReduced(joined(directory(entry(0x0112, LONG, 2, 26)), bigEndian32(3), bigEndian32(5)), 3);
    }

    @Test
    void what_is_no_orientation_is_upright() {
        assertReduced(directory(entry(0x0112, SHORT, 1, 77L << 16)), 1);
        assertReduced(
                joined(directory(entry(0x0112, SHORT, 10, 26)), HostilePictures.repeated(new byte[] {0, 6}, 10)), 1);
        assertReduced(directory(entry(0x0112, 2, 1, (long) '6' << 24)), 1);
        assertReduced(directory(entry(0x0112, LONG, 2, 0xffff_fffeL)), 1);
        assertReduced(directory(entry(0x0112, LONG, 2, 26)), 1);
        assertReduced(new byte[100], 1);
    }

    @Test
    void a_block_without_room_is_blanked() {
        var cut = Arrays.copyOf(Metadata.orientation(6), 25);
        assertThat(reduced(cut)).isEqualTo(new byte[25]);
    }

    private static byte[] directory(byte[]... entries) {
        return joined(Bytes.of("MM\0*"), bigEndian32(8), tiffEntries(entries), bigEndian32(0));
    }

    /// Asserts that the block becomes the smallest one with this orientation.
    private static void assertReduced(byte[] block, int orientation) {
        var smallest = Metadata.orientation(orientation);
        int prefix = block[0] == 'E' ? 6 : 0;
        var expected = new byte[block.length];
        System.arraycopy(block, 0, expected, 0, prefix);
        System.arraycopy(smallest, 0, expected, prefix, smallest.length);
        assertThat(reduced(block)).isEqualTo(expected);
    }

    /// The block, reduced where something follows it that is no part of it.
    private static byte[] reduced(byte[] block) {
        try (var arena = Arena.ofConfined()) {
            var bytes = Bytes.toNative(arena, joined(block, HostilePictures.repeated(bigEndian32(6), 10)));
            Exif.reduce(new Upload(bytes), 0, block.length);
            return bytes.asSlice(0, block.length).toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
