package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DominantColourTest {
    private static final PixelSize TEN = new PixelSize(10, 10);

    @Test
    void one_colour_is_dominant() {
        assertThat(colour((_, _) -> 0x3366ccff)).isEqualTo("#3366cc");
        assertThat(colour((_, _) -> 0x808080ff)).isEqualTo("#808080");
        assertThat(colour((_, _) -> 0x000000ff)).isEqualTo("#000000");
        assertThat(DominantColour.of(Patterns.of(new PixelSize(1, 1), (_, _) -> 0xfffefdff)))
                .isEqualTo("#fffefd");
    }

    @Test
    void the_colour_of_most_pixels_is_dominant_not_the_mean_of_all() {
        assertThat(colour((x, _) -> x < 4 ? 0xff0000ff : 0x0000ffff)).isEqualTo("#0000ff");
        assertThat(colour((x, _) -> x < 6 ? 0xff0000ff : 0x0000ffff)).isEqualTo("#ff0000");
    }

    @Test
    void colours_of_one_cell_count_together_and_give_their_mean() {
        // ten reds from 16 to 25, each of them rarer than the blue
        assertThat(colour((x, y) -> y < 6 ? (16 + x) << 24 | 0x0000ff : 0x0000ffff))
                .isEqualTo("#150000");
    }

    @Test
    void a_step_is_32_wide() {
        assertThat(colour((x, _) -> x < 3 ? 0xdf0000ff : x < 6 ? 0xe00000ff : 0x00ff00ff))
                .isEqualTo("#00ff00");
        assertThat(colour((x, _) -> x < 3 ? 0xe00000ff : x < 6 ? 0xff0000ff : 0x00ff00ff))
                .isEqualTo("#f00000");
    }

    @Test
    void of_equally_frequent_colours_the_one_with_least_red_then_green_then_blue_is_dominant() {
        assertThat(colour((x, _) -> x < 5 ? 0xff0000ff : 0x0000ffff)).isEqualTo("#0000ff");
        assertThat(colour((x, _) -> x < 5 ? 0x00ff00ff : 0x0000ffff)).isEqualTo("#0000ff");
        assertThat(colour((x, _) -> x < 5 ? 0x0000ffff : 0x000000ff)).isEqualTo("#000000");
    }

    @Test
    void what_is_less_than_half_opaque_does_not_count() {
        assertThat(colour((x, _) -> x < 9 ? 0x00ff007f : 0xff000080)).isEqualTo("#ff0000");
    }

    @Test
    void an_invisible_picture_has_the_white_behind_it() {
        assertThat(colour((_, _) -> 0x00ff0000)).isEqualTo("#ffffff");
    }

    private static String colour(Patterns.Pattern pattern) {
        return DominantColour.of(Patterns.of(TEN, pattern));
    }
}
