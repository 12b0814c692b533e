package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.Tiffs;
import renditions.testing.Tiffs.Page;

class TiffCodingTest {
    private static final Page RGB = Tiffs.page(Drawing.photo(8, 6));
    private static final Page PREVIEW = RGB.with(254, 1);
    private static final Page MOSAIC = RGB.with(262, 32_803);

    private static Optional<String> unreadable(byte[] tiff) {
        return TiffCoding.unreadable(MemorySegment.ofArray(tiff));
    }

    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void camera_raw_is_told_from_a_picture(ByteOrder order) {
        var raws = List.of(
                List.of(PREVIEW.with(MOSAIC)), // NEF, PEF, SRW
                List.of(RGB.with(PREVIEW).with(MOSAIC)),
                List.of(PREVIEW.with(RGB)),
                List.of(RGB.with(50_706, 4)), // DNG
                List.of(RGB.with(RGB.with(262, 34_892))),
                List.of(RGB.with(33_422, 0)), // TIFF/EP
                List.of(RGB.with(259, 34_713)), // Nikon
                List.of(PREVIEW, RGB.with(RGB.with(259, 32_767))), // ARW
                List.of(PREVIEW, PREVIEW, MOSAIC)); // a mosaic on a page of its own
        for (var raw : raws) {
            assertThat(unreadable(Tiffs.of(order, raw.toArray(Page[]::new)))).contains(Signatures.RAW);
        }
        for (var picture : List.of(List.of(RGB), List.of(PREVIEW, RGB), List.of(RGB.with(PREVIEW)), List.of(PREVIEW))) {
            assertThat(unreadable(Tiffs.of(order, picture.toArray(Page[]::new))))
                    .isEmpty();
        }
    }

    @Test
    void canon_and_phase_one_mark_their_raw_behind_the_header() {
        for (var mark : List.of("CR\2\0", "IIII", "MMMM")) {
            var cr2 = Bytes.joined(Bytes.of("II*\0\20\0\0\0" + mark + "\0\0\0\0"), new byte[20]);
            assertThat(unreadable(cr2)).contains(Signatures.RAW);
        }
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments(2, 1, 8, ""),
                arguments(2, 1, 16, ""),
                arguments(2, 4, 16, ""),
                arguments(2, 3, 32, ""),
                arguments(2, 1, 4, "4-bit unsigned"),
                arguments(2, 1, 12, "12-bit unsigned"),
                arguments(2, 1, 32, "32-bit unsigned"),
                arguments(2, 2, 16, "16-bit signed"),
                arguments(2, 3, 16, "16-bit floating-point"),
                arguments(2, 3, 64, "64-bit floating-point"),
                arguments(2, 6, 64, "64-bit complex"),
                arguments(1, 1, 1, ""),
                arguments(0, 1, 4, ""),
                arguments(1, 1, 16, ""),
                arguments(1, 1, 10, "10-bit unsigned"),
                arguments(1, 1, 32, "32-bit unsigned"),
                arguments(1, 2, 8, "8-bit signed"),
                arguments(1, 3, 32, "32-bit floating-point"),
                arguments(3, 1, 4, ""),
                arguments(3, 1, 16, "16-bit unsigned"),
                arguments(5, 1, 8, ""),
                arguments(5, 1, 16, ""),
                arguments(6, 1, 8, "a TIFF in YCbCr"),
                arguments(8, 1, 8, "8-bit Lab"),
                arguments(8, 1, 16, ""),
                arguments(8, 3, 32, ""),
                arguments(9, 1, 16, "16-bit Lab"),
                arguments(10, 1, 8, "8-bit Lab"),
                arguments(32_845, 2, 16, ""));
    }

    @ParameterizedTest(name = "photometric {0}, format {1}, {2} bits")
    @MethodSource("samples")
    void samples_that_would_come_out_wrong_are_named(int photometric, int format, int bits, String words) {
        var page = RGB.with(262, photometric).with(339, format).with(258, bits, bits, bits);
        var problem = unreadable(Tiffs.of(ByteOrder.LITTLE_ENDIAN, page));
        if (words.isEmpty()) {
            assertThat(problem).isEmpty();
        } else {
            assertThat(problem).hasValueSatisfying(what -> assertThat(what).contains(words));
        }
    }

    @Test
    void what_libvips_cannot_take_apart_is_named() {
        assertThat(unreadable(Tiffs.of(ByteOrder.LITTLE_ENDIAN, RGB.with(258, 5, 6, 5))))
                .contains("a TIFF with different bits per sample; save it with 8 or 16");
        assertThat(unreadable(
                        Tiffs.of(ByteOrder.LITTLE_ENDIAN, RGB.with(322, 16).with(284, 2))))
                .hasValueSatisfying(what -> assertThat(what).contains("one channel each"));
        assertThat(unreadable(Tiffs.of(ByteOrder.LITTLE_ENDIAN, RGB.with(262, 6).with(259, 7))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void the_first_page_in_full_size_is_shown(ByteOrder order) {
        assertThat(shown(order, RGB, PREVIEW)).isZero();
        assertThat(shown(order, PREVIEW, RGB)).isEqualTo(1);
        assertThat(shown(order, PREVIEW, RGB.with(254, 4), RGB.with(255, 2), RGB))
                .isEqualTo(3);
        assertThat(shown(order, PREVIEW, PREVIEW)).isZero();
        assertThat(shown(order, RGB.with(254, 2), RGB)).isZero(); // a page of many
    }

    private static int shown(ByteOrder order, Page... pages) {
        return new TiffFile(MemorySegment.ofArray(Tiffs.of(order, pages))).shownNumber();
    }

    @Test
    void no_bytes_lead_out_of_the_file() {
        var random = new Random(3);
        var sound = Tiffs.of(ByteOrder.BIG_ENDIAN, PREVIEW.with(RGB), RGB);
        for (int round = 0; round < 5_000; round++) {
            var wild = Arrays.copyOf(sound, 8 + random.nextInt(sound.length - 8));
            for (int change = 0; change < 6; change++) {
                wild[2 + random.nextInt(wild.length - 2)] = (byte) random.nextInt();
            }
            assertThat(unreadable(wild)).isNotNull();
            assertThat(new TiffFile(MemorySegment.ofArray(wild)).shownNumber()).isNotNegative();
        }
    }
}
