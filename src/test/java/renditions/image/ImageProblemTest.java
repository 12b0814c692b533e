package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageProblemTest {
    private static final PixelSize SIZE = new PixelSize(16_384, 16_384);

    @Test
    void too_large_tells_size_and_limit() {
        assertThat(new ImageProblem.TooLarge(SIZE, 1, SIZE.pixels(), 100_000_000).message())
                .isEqualTo("the picture has 268,435,456 pixels (16384x16384), the limit is 100,000,000");
        assertThat(new ImageProblem.TooLarge(SIZE, 3, SIZE.pixels(), 100_000_000).message())
                .contains("(16384x16384 in each of 3 frames)");
    }

    @Test
    void damage_without_words_is_told_all_the_same() {
        assertThat(new ImageProblem.Corrupt("").message()).isEqualTo("the picture is damaged");
        assertThat(new ImageProblem.Corrupt("no end").message()).isEqualTo("the picture is damaged: no end");
        assertThat(new ImageProblem.EngineFailed("").message()).isEqualTo("the image engine failed");
    }

    @Test
    void only_what_lies_not_in_the_picture_is_worth_another_try() {
        assertThat(new ImageProblem.Stopped().retryable()).isTrue();
        assertThat(new ImageProblem.EngineFailed("").retryable()).isTrue();
        assertThat(new ImageProblem.Corrupt("").retryable()).isFalse();
        assertThat(new ImageProblem.Empty().retryable()).isFalse();
        assertThat(new ImageProblem.Unsupported("").retryable()).isFalse();
        assertThat(new ImageProblem.TooLarge(SIZE, 1, 2, 1).retryable()).isFalse();
    }

    @Test
    void limits_are_at_least_one_pixel() {
        assertThatThrownBy(() -> new ImageLimits(0, 1)).hasMessage("limits are at least 1 pixel, not 0 and 1");
        assertThatThrownBy(() -> new ImageLimits(1, -1)).hasMessage("limits are at least 1 pixel, not 1 and -1");
    }

    @Test
    void formats_and_fits_are_found_by_their_names() {
        assertThat(Format.of("webp")).hasValue(Format.WEBP);
        assertThat(Format.of("WEBP")).isEmpty();
        assertThat(Fit.of("cover")).hasValue(Fit.COVER);
        assertThat(Fit.of("stretch")).isEmpty();
        assertThat(Format.writables()).containsExactly(Format.JPEG, Format.PNG, Format.WEBP, Format.AVIF);
    }
}
