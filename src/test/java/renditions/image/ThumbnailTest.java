package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThumbnailTest {
    @Test
    void a_thumbnail_has_the_shape_of_its_picture_and_is_not_larger() {
        assertThat(Thumbnail.sizeFor(new PixelSize(4000, 3000))).isEqualTo(new PixelSize(100, 75));
        assertThat(Thumbnail.sizeFor(new PixelSize(3000, 4000))).isEqualTo(new PixelSize(75, 100));
        assertThat(Thumbnail.sizeFor(new PixelSize(9000, 1))).isEqualTo(new PixelSize(100, 1));
        assertThat(Thumbnail.sizeFor(new PixelSize(20, 10))).isEqualTo(new PixelSize(20, 10));
    }

    @Test
    void four_bytes_are_a_pixel() {
        var picture = new Thumbnail(new PixelSize(1, 2), new byte[] {1, 2, 3, (byte) 255, 5, 6, (byte) 200, 128 - 1});
        assertThat(picture.pixels()).isEqualTo(2);
        assertThat(new int[] {picture.red(0), picture.green(0), picture.blue(0), picture.alpha(0)})
                .containsExactly(1, 2, 3, 255);
        assertThat(new int[] {picture.red(1), picture.green(1), picture.blue(1), picture.alpha(1)})
                .containsExactly(5, 6, 200, 127);
    }

    @Test
    void what_is_no_thumbnail_is_refused() {
        assertThatThrownBy(() -> new Thumbnail(new PixelSize(101, 1), new byte[404]))
                .hasMessage("a thumbnail has at most 100 pixels a side, not 101x1");
        assertThatThrownBy(() -> new Thumbnail(new PixelSize(2, 2), new byte[12]))
                .hasMessage("12 bytes are not the pixels of 2x2");
    }
}
