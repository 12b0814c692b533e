package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.image.Fit;
import renditions.image.Format;
import renditions.image.ImageLimits;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                      | it must be a JSON array",
                "[{                                                      | it is not JSON",
                "{}                                                      | a JSON array",
                "[{\"name\":\"a\",\"width\":1,\"width\":2}]   | says a thing twice: see line 1, column",
                "[]                                                      | there are 0 renditions, allowed: 1 to 20",
                "[1]                                                     | rendition 1: it must be a JSON object",
                "[{\"name\":\"a\"}]                                      | needs a width, a height or both",
                "[{\"width\":1}]                                         | name must be a string",
                "[{\"name\":5,\"width\":1}]                              | name must be a string",
                "[{\"name\":\"../a\",\"width\":1}]                       | rendition name is ../a, allowed: 1 to 40",
                "[{\"name\":\"a\",\"width\":0}]                          | rendition width is 0, allowed: 1 to 16383",
                "[{\"name\":\"a\",\"width\":16384}]                      | allowed: 1 to 16383",
                "[{\"name\":\"a\",\"width\":1.5}]                        | width must be a whole number, not 1.5",
                "[{\"name\":\"a\",\"width\":99999999999}]                | width must be a whole number",
                "[{\"name\":\"a\",\"width\":1,\"fit\":\"stretch\"}]      | fit is \"stretch\", allowed: inside, cover",
                "[{\"name\":\"a\",\"width\":1,\"fit\":\"cover\"}]        | fit cover needs a width and a height",
                "[{\"name\":\"a\",\"width\":1,\"formats\":\"webp\"}]     | formats must be an array",
                "[{\"name\":\"a\",\"width\":1,\"formats\":[]}]           | at least one, none twice",
                "[{\"name\":\"a\",\"width\":1,\"formats\":[\"gif\"]}]    | format is \"gif\", allowed: jpeg, png, webp",
                "[{\"name\":\"a\",\"width\":1,\"formats\":[\"png\",\"png\"]}] | none twice",
                "[{\"name\":\"a\",\"width\":1,\"quality\":101}]          | rendition quality is 101, allowed: 1 to 100",
                "[{\"name\":\"a\",\"width\":1,\"qualty\":80}]            | unknown field [qualty]",
                "[{\"name\":\"a\",\"width\":1},{\"name\":\"a\",\"width\":2}] | two renditions have the same name",
            })
    void a_wrong_set_is_refused_with_what_is_wrong_and_what_is_allowed(String json, String message) {
        assertThatThrownBy(() -> RenditionSet.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_digest_changes_with_every_setting() {
        var digests = List.of(
                        "[{\"name\":\"a\",\"width\":1}]",
                        "[{\"name\":\"b\",\"width\":1}]",
                        "[{\"name\":\"a\",\"width\":2}]",
                        "[{\"name\":\"a\",\"width\":1,\"height\":1}]",
                        "[{\"name\":\"a\",\"width\":1,\"height\":1,\"fit\":\"cover\"}]",
                        "[{\"name\":\"a\",\"width\":1,\"formats\":[\"png\"]}]",
                        "[{\"name\":\"a\",\"width\":1,\"quality\":81}]")
                .stream()
                .map(RenditionSetTest::digest)
                .toList();

        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{32}"));
        assertThat(digest("[ {\"width\" : 1, \"name\":\"a\"} ]")).isEqualTo(digests.getFirst());
    }

    @Test
    void the_digest_changes_with_the_place_and_the_caching() {
        var set = RenditionSet.parse(RenditionSet.DEFAULT);
        var layout = new KeyLayout("out", "r/", "m/");

        assertThat(List.of(
                        new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "a").digest(),
                        new JobSettings(set, layout, ImageLimits.DEFAULT, 1, "b").digest(),
                        new JobSettings(set, new KeyLayout("out", "q/", "m/"), ImageLimits.DEFAULT, 1, "a").digest(),
                        new JobSettings(set, new KeyLayout("put", "r/", "m/"), ImageLimits.DEFAULT, 1, "a").digest()))
                .doesNotHaveDuplicates();
    }

    private static String digest(String json) {
        var layout = new KeyLayout("out", "r/", "m/");
        return new JobSettings(RenditionSet.parse(json), layout, ImageLimits.DEFAULT, 1, "a").digest();
    }
}
