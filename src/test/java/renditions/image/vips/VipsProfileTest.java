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
        long frame = 3 * TWELVE_MEGAPIXELS.pixels();
        assertThat(decodeBytes(Format.JPEG, false)).isPositive().isLessThan(frame);
        assertThat(decodeBytes(Format.JPEG, true)).isGreaterThan(2 * frame);
        assertThat(decodeBytes(Format.AVIF, true)).isGreaterThan(decodeBytes(Format.WEBP, true));
    }

    @Test
    void a_decoder_that_shrinks_needs_fewer_lines() {
        var half = TWELVE_MEGAPIXELS.scaled(0.5);
        var eighth = TWELVE_MEGAPIXELS.scaled(0.125);
        var jpeg = header(Format.JPEG, false, Storage.PHOTO);
        assertThat(PROFILE.decodeBytes(jpeg, half)).isEqualTo(PROFILE.decodeBytes(jpeg, TWELVE_MEGAPIXELS));
        assertThat(PROFILE.decodeBytes(jpeg, eighth)).isLessThan(PROFILE.decodeBytes(jpeg, half) / 2);
        var png = header(Format.PNG, false, Storage.PHOTO);
        assertThat(PROFILE.decodeBytes(png, eighth)).isEqualTo(PROFILE.decodeBytes(png, half));
    }

    @Test
    void samples_their_width_and_blocks_count() {
        long photo = tiff(new Storage(3, 1, 0));
        assertThat(tiff(new Storage(4, 1, 0))).isGreaterThan(photo);
        assertThat(tiff(new Storage(3, 2, 0))).isGreaterThan(photo);
        assertThat(tiff(new Storage(3, 2, 1_000))).isEqualTo(tiff(new Storage(3, 2, 0)) + 6_000);
    }

    @Test
    void a_picture_that_its_decoder_cannot_shrink_needs_all_its_lines_and_a_copied_file_its_bytes() {
        var eighth = TWELVE_MEGAPIXELS.scaled(0.125);
        var photo = header(Format.JPEG, false, Storage.PHOTO);
        var lossless = header(Format.JPEG, false, new Storage(3, 1, 0, false, 0));
        assertThat(PROFILE.decodeBytes(lossless, eighth)).isEqualTo(PROFILE.decodeBytes(photo, TWELVE_MEGAPIXELS));
        var copied = header(Format.JPEG, false, new Storage(3, 1, 0, true, 5_000));
        assertThat(PROFILE.decodeBytes(copied, eighth)).isEqualTo(PROFILE.decodeBytes(photo, eighth) + 5_000);
    }

    @ParameterizedTest
    @EnumSource
    void every_format_has_a_guess(Format format) {
        assertThat(PROFILE.decodeNanos(format)).isPositive();
        assertThat(PROFILE.encodeNanos(format) > 0).isEqualTo(format.writable());
    }

    private static long tiff(Storage storage) {
        return PROFILE.decodeBytes(header(Format.TIFF, false, storage), TWELVE_MEGAPIXELS);
    }

    private static long decodeBytes(Format format, boolean atOnce) {
        return PROFILE.decodeBytes(header(format, atOnce, Storage.PHOTO), TWELVE_MEGAPIXELS);
    }

    private static Header header(Format format, boolean atOnce, Storage storage) {
        return new Header(format, TWELVE_MEGAPIXELS, 1, false, atOnce, storage);
    }
}
