package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import renditions.batch.Severity;
import renditions.image.ImageProblem.Kind;

class ImageProblemTest {
    @Test
    void too_large_tells_size_and_limit() {
        assertThat(ImageProblem.tooLarge(new PixelSize(16_384, 16_384), 100_000_000))
                .extracting(ImageProblem.Failure::code, ImageProblem.Failure::message)
                .containsExactly(
                        "TOO_LARGE",
                        "the picture has too many pixels: 268,435,456 (16384x16384), the limit is 100,000,000");
    }

    @Test
    void damage_without_words_is_told_all_the_same() {
        assertThat(Kind.CORRUPT.because("").message()).isEqualTo("the picture is damaged");
        assertThat(Kind.CORRUPT.because("no end").message()).isEqualTo("the picture is damaged: no end");
    }

    @Test
    void only_what_lies_not_in_the_picture_is_worth_another_try() {
        assertThat(Kind.values())
                .filteredOn(kind -> kind.because("").severity() != Severity.PERMANENT)
                .containsExactly(Kind.ENGINE);
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
