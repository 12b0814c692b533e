package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionSpecTest {
    private static final List<Format> JPEG = List.of(Format.JPEG);

    @ParameterizedTest(name = "{0}x{1} inside {2}x{3} is {4}x{5}")
    @CsvSource({
        "4000, 3000,   640,   640,   640,   480",
        "3000, 4000,   640,   640,   480,   640",
        "4000, 3000,   640, 16383,   640,   480",
        "4000, 3000, 16383,   480,   640,   480",
        " 600,  400,   600,   400,   600,   400",
        " 600,  400,   601,   401,   600,   400",
        " 600,  400,  2000,  2000,   600,   400",
        "1200,  981,   320,   320,   320,   262", // 261.6
        "1000,  333,   100,   100,   100,    33", // 33.3
        "1000,  335,   100,   100,   100,    34", // 33.5
        "50000,   1,   100,   100,   100,     1",
        "   1, 50000,  100,   100,     1,   100",
        "   1,    1,    50,    50,     1,     1",
        " 800,  600,     1,     1,     1,     1"
    })
    void inside_shows_the_whole_picture(int width, int height, int boxWidth, int boxHeight, int right, int below) {
        var geometry = spec(boxWidth, boxHeight, Fit.INSIDE).geometry(new PixelSize(width, height));
        assertThat(geometry.cut()).isEqualTo(new PixelSize(right, below));
        assertThat(geometry.scaled()).isEqualTo(geometry.cut());
    }

    @ParameterizedTest(name = "{0}x{1} covers {2}x{3} by {4}x{5}, cut to {6}x{7}")
    @CsvSource({
        "4000, 3000, 200, 200,   267, 200,   200, 200",
        "3000, 4000, 200, 200,   200, 267,   200, 200",
        "4000, 3000, 400, 100,   400, 300,   400, 100",
        " 400,  300, 400, 300,   400, 300,   400, 300",
        " 400,  300, 800, 100,   400, 300,   400,  50", // the largest part of that shape
        " 400,  300, 800, 800,   400, 300,   300, 300",
        "50000,   1, 100, 100, 50000,   1,     1,   1",
        " 400,  300,  10, 900,   400, 300,     3, 300",
        "   1,    1,  50,  50,     1,   1,     1,   1",
        "4000, 3000,   1,   1,     1,   1,     1,   1"
    })
    void cover_fills_the_box(
            int width, int height, int boxWidth, int boxHeight, int right, int below, int cutWidth, int cutHeight) {
        assertThat(spec(boxWidth, boxHeight, Fit.COVER).geometry(new PixelSize(width, height)))
                .isEqualTo(new Geometry(new PixelSize(right, below), new PixelSize(cutWidth, cutHeight)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "Large",
                "a b",
                "a/b",
                "..",
                "\u00e4",
                "a\n",
                "12345678901234567890123456789012345678901"
            })
    void a_name_that_is_no_part_of_a_key_is_refused(String name) {
        assertThatThrownBy(() -> new RenditionSpec(name, 1, 1, Fit.INSIDE, JPEG, 80))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name is '%s', allowed: 1 to 40 of a-z, 0-9, - and _, beginning with a letter or digit"
                        .formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "w640", "2x", "large-square_2", "1234567890123456789012345678901234567890"})
    void a_name_that_is_part_of_a_key_is_taken(String name) {
        assertThat(new RenditionSpec(name, 1, 1, Fit.INSIDE, JPEG, 80).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 16_384, Integer.MAX_VALUE})
    void a_box_that_no_format_can_hold_is_refused(int side) {
        assertThatThrownBy(() -> spec(side, 10, Fit.INSIDE)).hasMessage("width is '" + side + "', allowed: 1 to 16383");
        assertThatThrownBy(() -> spec(10, side, Fit.INSIDE))
                .hasMessage("height is '" + side + "', allowed: 1 to 16383");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void a_quality_out_of_range_is_refused(int quality) {
        assertThatThrownBy(() -> new RenditionSpec("a", 1, 1, Fit.INSIDE, JPEG, quality))
                .hasMessage("quality is '" + quality + "', allowed: 1 to 100");
    }

    @Test
    void formats_are_some_of_the_writable_ones_and_none_twice() {
        assertThatThrownBy(() -> with(List.of())).hasMessage("formats is '', allowed: at least one, none twice");
        assertThatThrownBy(() -> with(List.of(Format.PNG, Format.PNG)))
                .hasMessage("formats is 'png, png', allowed: at least one, none twice");
        assertThatThrownBy(() -> with(List.of(Format.PNG, Format.GIF)))
                .hasMessage("formats is 'png, gif', allowed: some of jpeg, png, webp, avif");
        assertThat(with(List.of(Format.WEBP, Format.JPEG)).formats()).containsExactly(Format.WEBP, Format.JPEG);
    }

    private static RenditionSpec with(List<Format> formats) {
        return new RenditionSpec("a", 1, 1, Fit.INSIDE, formats, 80);
    }

    private static RenditionSpec spec(int width, int height, Fit fit) {
        return new RenditionSpec("a", width, height, fit, JPEG, 80);
    }
}
