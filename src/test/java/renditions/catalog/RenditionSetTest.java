package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.image.Colour;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.Gravity;
import renditions.image.PixelSize;
import renditions.image.RenditionSpec;

class RenditionSetTest {
    @Test
    void the_default_set_is_valid() {
        assertThat(RenditionSet.parse(RenditionSet.DEFAULT).specs())
                .extracting(RenditionSpec::name)
                .containsExactly("small", "medium", "large", "square");
    }

    @Test
    void what_is_left_out_has_sensible_values() {
        assertThat(RenditionSet.parse("[{\"name\": \"a\", \"height\": 10}]").specs())
                .containsExactly(new RenditionSpec(
                        "a", RenditionSpec.LONGEST_SIDE, 10, Fit.INSIDE, List.of(Format.WEBP, Format.JPEG), 80));
    }

    @Test
    void every_option_is_read() {
        var json = """
                [{"name": "a", "width": 20, "height": 10, "fit": "cover", "gravity": "center", "enlarge": true,
                  "background": "#FF0080", "sharpen": true, "formats": ["avif"], "quality": 60}]""";
        assertThat(RenditionSet.parse(json).specs())
                .containsExactly(new RenditionSpec(
                        "a",
                        20,
                        10,
                        Fit.COVER,
                        Gravity.CENTRE,
                        true,
                        new Colour(255, 0, 128, 255),
                        true,
                        List.of(Format.AVIF),
                        60));
    }

    @Test
    void every_option_changes_the_digest() {
        var plain = "\"name\": \"a\", \"width\": 20, \"height\": 10, \"fit\": \"cover\"";
        assertThat(Stream.of(
                                "",
                                ", \"gravity\": \"north\"",
                                ", \"enlarge\": true",
                                ", \"background\": \"#00000000\"",
                                ", \"sharpen\": true",
                                ", \"quality\": 79")
                        .map(more ->
                                RenditionSet.parse("[{" + plain + more + "}]").canonical()))
                .doesNotHaveDuplicates();
    }

    /// A rendition may be larger than the picture, the base never is.
    @Test
    void the_base_serves_every_rendition_and_the_largest_counts_for_memory() {
        var picture = new PixelSize(400, 300);
        var set = RenditionSet.parse("""
                [{"name": "a", "width": 100},
                 {"name": "b", "width": 300, "height": 30, "fit": "fill"},
                 {"name": "c", "width": 900, "height": 90, "fit": "contain"}]""");
        assertThat(set.baseSize(picture)).isEqualTo(new PixelSize(300, 225));
        assertThat(set.largestSize(picture)).isEqualTo(new PixelSize(900, 90));
        var enlarged = RenditionSet.parse("[{\"name\": \"a\", \"width\": 800, \"enlarge\": true}]");
        assertThat(enlarged.baseSize(picture)).isEqualTo(picture);
        assertThat(enlarged.largestSize(picture)).isEqualTo(new PixelSize(800, 600));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                 | it is no array, allowed: a JSON array of 1 to 20 renditions",
                "[{                                                 | it is not JSON, or names a field twice (line 1, column 3), allowed: a JSON array of 1 to 20 renditions",
                "{}                                                 | it is no array, allowed: a JSON array of 1 to 20 renditions",
                "[{\"name\":\"a\",\"width\":1,\"width\":2}]         | it is not JSON, or names a field twice (line 1, column 31), allowed: a JSON array of 1 to 20 renditions",
                "[]                                                 | it has 0 renditions, allowed: 1 to 20",
                "[1]                                                | rendition 1: it is '1', allowed: a JSON object with the fields name, width, height, fit, gravity, enlarge, background, sharpen, formats, quality",
                "[{\"name\":\"a\"}]                                 | rendition 1: width and height are not set, allowed: one or both",
                "[{\"width\":1}]                                    | rendition 1: name is not set, allowed: a string",
                "[{\"name\":5,\"width\":1}]                         | rendition 1: name is '5', allowed: a string",
                "[{\"name\":\"A b\",\"width\":1}]                   | rendition 1: name is 'A b', allowed: 1 to 40 of a-z, 0-9, - and _, beginning with a letter or digit",
                "[{\"name\":\"a\",\"width\":0}]                     | rendition 1: width is '0', allowed: 1 to 16383",
                "[{\"name\":\"a\",\"width\":16384}]                 | rendition 1: width is '16384', allowed: 1 to 16383",
                "[{\"name\":\"a\",\"width\":1.5}]                   | rendition 1: width is '1.5', allowed: a whole number from 1 to 16383",
                "[{\"name\":\"a\",\"height\":99999999999}]          | rendition 1: height is '99999999999', allowed: a whole number from 1 to 16383",
                "[{\"name\":\"a\",\"width\":1,\"fit\":\"stretch\"}] | rendition 1: fit is 'stretch', allowed: inside, cover, contain, fill, outside",
                "[{\"name\":\"a\",\"width\":1,\"fit\":\"cover\"}]   | rendition 1: fit is 'cover' without a width or a height, allowed: with both",
                "[{\"name\":\"a\",\"height\":1,\"fit\":\"outside\"}] | rendition 1: fit is 'outside' without a width or a height, allowed: with both",
                "[{\"name\":\"a\",\"width\":1,\"gravity\":\"up\"}] | rendition 1: gravity is 'up', allowed: centre, north, northeast, east, southeast, south, southwest, west, northwest, entropy, attention",
                "[{\"name\":\"a\",\"width\":1,\"gravity\":\"entropy\"}] | rendition 1: gravity is 'entropy', allowed: with fit cover",
                "[{\"name\":\"a\",\"width\":1,\"enlarge\":\"yes\"}] | rendition 1: enlarge is 'yes', allowed: true, false",
                "[{\"name\":\"a\",\"width\":1,\"sharpen\":1}] | rendition 1: sharpen is '1', allowed: true, false",
                "[{\"name\":\"a\",\"width\":1,\"background\":\"white\"}] | rendition 1: background is 'white', allowed: #rrggbb, #rrggbbaa",
                "[{\"name\":\"a\",\"width\":1,\"formats\":\"webp\"}] | rendition 1: formats is 'webp', allowed: an array of jpeg, png, webp, avif",
                "[{\"name\":\"a\",\"width\":1,\"formats\":[]}]      | rendition 1: formats is '', allowed: at least one, none twice",
                "[{\"name\":\"a\",\"width\":1,\"formats\":[\"gif\"]}] | rendition 1: a format is 'gif', allowed: jpeg, png, webp, avif",
                "[{\"name\":\"a\",\"width\":1,\"formats\":[\"png\",\"png\"]}] | rendition 1: formats is 'png, png', allowed: at least one, none twice",
                "[{\"name\":\"a\",\"width\":1,\"quality\":101}]     | rendition 1: quality is '101', allowed: 1 to 100",
                "[{\"name\":\"a\",\"width\":1,\"quality\":\"high\"}] | rendition 1: quality is 'high', allowed: a whole number from 1 to 100",
                "[{\"name\":\"a\",\"width\":1,\"fitt\":80}]         | rendition 1: there is a field 'fitt', allowed: name, width, height, fit, gravity, enlarge, background, sharpen, formats, quality",
                "[{\"name\":\"b\",\"width\":1},{\"name\":\"a\",\"width\":1},{\"name\":\"a\",\"width\":2}] | two renditions have the name 'a', allowed: each name once",
            })
    void a_wrong_set_is_refused_with_what_is_wrong_and_what_is_allowed(String json, String message) {
        assertThatThrownBy(() -> RenditionSet.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void what_is_too_deep_or_has_too_long_a_number_is_refused_with_what_is_allowed() {
        for (var json : List.of("[".repeat(65), "[{\"name\":\"a\",\"width\":" + "1".repeat(101) + "}]")) {
            assertThatThrownBy(() -> RenditionSet.parse(json))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("it cannot be read as JSON: .+, allowed: a JSON array of 1 to 20 renditions");
        }
    }
}
