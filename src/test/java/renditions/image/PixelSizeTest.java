package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelSizeTest {
    @Test
    void a_size_without_pixels_is_refused() {
        assertThatThrownBy(() -> new PixelSize(0, 5)).hasMessage("a picture has at least 1 x 1 pixel, not 0 x 5");
        assertThatThrownBy(() -> new PixelSize(5, -1)).hasMessage("a picture has at least 1 x 1 pixel, not 5 x -1");
    }

    @Test
    void pixels_do_not_overflow() {
        assertThat(new PixelSize(100_000_000, 100_000_000).pixels()).isEqualTo(10_000_000_000_000_000L);
    }

    @Test
    void scaling_rounds_to_the_nearest_pixel_and_keeps_one() {
        assertThat(new PixelSize(101, 100).scaled(0.5)).isEqualTo(new PixelSize(51, 50));
        assertThat(new PixelSize(1000, 3).scaled(0.1)).isEqualTo(new PixelSize(100, 1));
    }

    @Test
    void turned_on_its_side_width_and_height_change_places() {
        assertThat(new PixelSize(640, 480).turned())
                .isEqualTo(new PixelSize(480, 640))
                .hasToString("480x640");
    }

    @Test
    void nothing_larger_is_cut_out() {
        var small = new PixelSize(10, 10);
        assertThatThrownBy(() -> new Geometry(small, new PixelSize(11, 10)))
                .hasMessage("cannot cut 11x10 out of 10x10");
        assertThatThrownBy(() -> new Geometry(small, new PixelSize(10, 11)))
                .hasMessage("cannot cut 10x11 out of 10x10");
        assertThat(new Geometry(small, small).cut()).isEqualTo(small);
    }
}
