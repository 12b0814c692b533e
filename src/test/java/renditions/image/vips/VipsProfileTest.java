package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.image.EngineProfile;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;
import renditions.image.Storage;

class VipsProfileTest {
    private static final EngineProfile PROFILE = VipsProfile.INSTANCE;
    private static final PixelSize TWELVE_MEGAPIXELS = new PixelSize(4_000, 3_000);

    @Test
    void avif_is_never_stopped_and_webp_up_to_a_size() {
        assertThat(PROFILE.stoppable(Format.AVIF, new PixelSize(1, 1))).isFalse();
        assertThat(PROFILE.stoppable(Format.WEBP, new PixelSize(6_000, 4_000))).isTrue();
        assertThat(PROFILE.stoppable(Format.WEBP, new PixelSize(6_000, 4_001))).isFalse();
        assertThat(PROFILE.stoppable(Format.JPEG, new PixelSize(16_000, 16_000)))
                .isTrue();
    }

    @Test
    void what_is_decoded_line_by_line_needs_lines_and_what_is_decoded_at_once_needs_frames() {
        long frame = 4 * TWELVE_MEGAPIXELS.pixels();
        assertThat(decodeBytes(Format.JPEG, false)).isPositive().isLessThan(frame / 4);
        assertThat(decodeBytes(Format.JPEG, true)).isGreaterThan(frame);
        assertThat(decodeBytes(Format.AVIF, true)).isGreaterThan(decodeBytes(Format.WEBP, true));
    }

    @ParameterizedTest
    @EnumSource
    void every_format_has_a_guess(Format format) {
        assertThat(PROFILE.decodeNanos(format)).isPositive();
        assertThat(PROFILE.encodeNanos(format) > 0).isEqualTo(format.writable());
    }

    private static long decodeBytes(Format format, boolean atOnce) {
        return PROFILE.decodeBytes(new Header(format, TWELVE_MEGAPIXELS, 1, false, atOnce, Storage.PHOTO));
    }
}
