package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every bit is that of the reference. It publishes no pixels with their hashes, so the hashes below are what its
/// function `rgbaToThumbHash` (npm's `thumbhash` 0.1.1 in Node.js 20) gives for the same pixels.
class ThumbHashTest {
    @ParameterizedTest(name = "{0} of {1} x {2}")
    @CsvSource({
        "FLAT, 100, 75, 1d940105808787888887778f8797887778778f77f8",
        "FLAT, 75, 100, 1d940105007878888877788887777808f889068b88",
        "FLAT, 1, 1, 1d9439071b08f708888788708f7088f80888707ff8f7870f",
        "GREY, 100, 75, 180816058070878788888878888888870000000000",
        "GREY, 75, 100, 120812050070777788888778887888870000000000",
        "GREY, 1, 1, 000802070000000000000000000000000000000000000000",
        "RAMPS, 100, 75, 15380a059480878782888788887887777c7f02d888",
        "RAMPS, 75, 100, 15c809051472778078788878888778872f7c27f787",
        "RAMPS, 1, 1, 000802070000000000000000000000000000000000000000",
        "NOISE, 100, 75, dee705158a25e06877777778787877770476487087",
        "NOISE, 75, 100, dee7052510048c7777868787878777870476487087",
        "NOISE, 100, 100, dfe705170835f08877777678888887777777386087037708",
        "NOISE, 100, 1, 5fe73d218a7787778888088803877f80d8",
        "NOISE, 1, 1, 000802070000000000000000000000000000000000000000",
        "NOISE, 3, 2, 15352d4d9c74880b78878887887888b0fba6f88688",
        "NOISE, 100, 29, 9ee7051a8a24d047787787770477477088",
        "FADING, 100, 75, 609985148615a0878e78868707ea67a0b20978288888887707",
        "FADING, 75, 100, 5a988514061591f78858878817f95892b02a77078877888707",
        "FADING, 1, 1, 00088205000000000000000000000000000000000000000000",
        "CLOUD, 100, 75, dfe7850c840825e07777787847608704774857f63663778a0a",
        "CLOUD, 75, 100, dee785140808047c7787877847608704775856c673f254660d",
        "CLOUD, 100, 100, dfe7850d040835f07777788877047638708775756a456f24d9",
        "CLOUD, 100, 1, 60e7c1298888778788888045877f72f8777788888078f8",
        "CLOUD, 1, 1, 00088205000000000000000000000000000000000000000000",
        "CLOUD, 3, 2, 5824851b887780788e8987fb63f813886798578887880a",
        "CLOUD, 100, 29, 9ee78509860824d0787878047747708866645c127ef7b9",
        "GLASS, 100, 75, 1d9481048008878788877f7788770778877f787888f8788808",
        "GLASS, 75, 100, 1d94810400084b8f88877877088f97f079e8f4848777777708",
        "GLASS, 1, 1, 1d94b9fd1a8808f78887707ff8f7877f7ff808f78887707ff8",
        "NOTHING, 100, 75, 00088204800000000000000000000000000000000000000000",
        "NOTHING, 75, 100, 00088204000000000000000000000000000000000000000000",
        "NOTHING, 1, 1, 00088205000000000000000000000000000000000000000000"
    })
    void the_hash_is_that_of_the_reference(Drawn drawn, int width, int height, String hash) {
        var picture = Patterns.of(new PixelSize(width, height), drawn::at);
        assertThat(HexFormat.of().formatHex(ThumbHash.of(picture))).isEqualTo(hash);
    }

    /// What is on the pictures.
    enum Drawn {
        FLAT,
        GREY,
        RAMPS,
        NOISE,
        FADING,
        CLOUD,
        GLASS,
        NOTHING;

        /// As 0xRRGGBBAA.
        int at(int x, int y) {
            return switch (this) {
                case FLAT -> 0x3366ccff;
                case GREY -> 2 * x * 0x01010100 | 255;
                case RAMPS -> (2 * x) << 24 | (2 * y) << 16 | (x + y) << 8 | 255;
                case NOISE -> (x * 73_856_093 ^ y * 19_349_663) | 255;
                case FADING -> (2 * x) << 24 | (255 - 2 * y) << 16 | 99 << 8 | (x + y);
                case CLOUD -> x * 73_856_093 ^ y * 19_349_663;
                case GLASS -> 0x3366cc80;
                case NOTHING -> (2 * x) << 24 | (2 * y) << 16;
            };
        }
    }
}
