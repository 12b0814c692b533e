package renditions.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares with what the reference draws of the same hashes: `thumbHashToRGBA` of npm's `thumbhash` 0.1.1. The first
/// hash is that of the example on the reference's page, the second one has transparency.
final class BlurTest {
    private static final String FIELD = "3OcRJYB4d3h/iIeHeEh3eIhw+j3A";
    private static final String CLOUD = "3ueFFAgIBHx3h4d4R2CHBHdYVsZz8lRmDQ==";

    @ParameterizedTest
    @CsvSource({FIELD + ", 32, 23", CLOUD + ", 26, 32"})
    void the_shape_is_the_picture_s(String hash, int width, int height) {
        var drawn = Blur.of(hash);
        assertThat(drawn.getWidth()).isEqualTo(width);
        assertThat(drawn.getHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({
        FIELD + ", 0, 0, ff7c889f",
        FIELD + ", 16, 11, ff707c8b",
        FIELD + ", 31, 22, ff56632e",
        CLOUD + ", 0, 0, 88357f7f",
        CLOUD + ", 13, 16, 889d8280",
        CLOUD + ", 25, 31, 8854726e"
    })
    void the_pixels_are_those_of_the_reference(String hash, int x, int y, String argb) {
        assertThat(Integer.toHexString(Blur.of(hash).getRGB(x, y))).isEqualTo(argb);
    }
}
