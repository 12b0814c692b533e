package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.image.RenditionSpec;

class PresetsTest {
    private static final String A = "[{\"name\":\"a\",\"width\":1}]";

    @Test
    void the_first_preset_whose_keys_match_counts() {
        var presets = Presets.parse(presets(
                "avatars/*.png", "avatar-png",
                "avatars/*", "avatar",
                "*.png", "png",
                "*", "other"));

        assertThat(name(presets.of("avatars/me.png"))).isEqualTo("avatar-png");
        assertThat(name(presets.of("Avatars/me.jpg"))).isEqualTo("avatar");
        assertThat(name(presets.of("in/me.PNG"))).isEqualTo("png");
        assertThat(name(presets.of("my avatars/me.jpg"))).isEqualTo("other");
        assertThat(name(presets.others())).isEqualTo("other");
    }

    @Test
    void a_set_alone_is_for_all_uploads() {
        assertThat(Presets.parse(A)).isEqualTo(Presets.of(RenditionSet.parse(A)));
        assertThat(Presets.parse(A)).isEqualTo(Presets.parse("[{\"keys\":\"*\",\"renditions\":" + A + "}]"));
        assertThat(Presets.of(RenditionSet.parse(A)).of("any/key")).isEqualTo(RenditionSet.parse(A));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                       | it is no array, allowed: a JSON array of 1 to 20 renditions",
                "[]                                       | it has 0 renditions, allowed: 1 to 20",
                "[{\"name\":\"a\"}]                       | rendition 1: width and height are not set, allowed: one or both",
                "[{\"keys\":\"*\"}]                       | preset 1: renditions is not set, allowed: a JSON array of 1 to 20 renditions",
                "[{\"renditions\":A}]                     | preset 1: keys is not set, allowed: a string",
                "[{\"keys\":7,\"renditions\":A}]          | preset 1: keys is '7', allowed: a string",
                "[{\"keys\":\"*\",\"renditions\":A},7]    | preset 2: it is '7', allowed: a JSON object with the fields keys, renditions",
                "[{\"keys\":\"*\",\"renditions\":A,\"b\":1}] | preset 1: there is a field 'b', allowed: keys, renditions",
                "[{\"keys\":\"*\",\"renditions\":{}}]     | preset 1: it is no array, allowed: a JSON array of 1 to 20 renditions",
                "[{\"keys\":\"*\",\"renditions\":[]}]     | preset 1: it has 0 renditions, allowed: 1 to 20",
                "[{\"keys\":\"*\",\"renditions\":[7]}]    | preset 1: rendition 1: it is '7', allowed: a JSON object with the fields name, width, height, fit, gravity, enlarge, background, sharpen, formats, quality",
                "[{\"keys\":\"a/*\",\"renditions\":A}]    | the keys of the last preset are 'a/*', allowed: *, so that each upload has a preset",
                "[{\"keys\":\"*\",\"renditions\":A},{\"keys\":\"*\",\"renditions\":A}] | a preset before the last one has the keys *, so that the others never count, allowed: * for the last one alone",
            })
    void wrong_presets_are_refused_with_what_is_wrong_and_what_is_allowed(String json, String message) {
        assertThatThrownBy(() -> Presets.parse(json.replace(":A", ":" + A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void keys_that_are_no_pattern_are_refused_as_those_of_pictures_are() {
        assertThatThrownBy(() -> Presets.parse(presets("a|b", "a", "*", "b")))
                .hasMessageStartingWith("preset 1: keys is 'a|b', allowed: up to 200 characters that a whole key must");
    }

    @Test
    void there_are_twenty_presets_at_most() {
        assertThat(Presets.parse(many(20)).all()).hasSize(20);
        assertThatThrownBy(() -> Presets.parse(many(21))).hasMessage("it has 21 presets, allowed: 1 to 20");
    }

    private static String many(int presets) {
        return IntStream.rangeClosed(1, presets)
                .mapToObj(number -> preset(number == presets ? "*" : number + "/*", "a"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /// @param words keys and the name of the only rendition, in turn
    private static String presets(String... words) {
        return IntStream.range(0, words.length / 2)
                .mapToObj(i -> preset(words[2 * i], words[2 * i + 1]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String preset(String keys, String name) {
        return "{\"keys\":\"%s\",\"renditions\":[{\"name\":\"%s\",\"width\":1}]}".formatted(keys, name);
    }

    private static String name(RenditionSet set) {
        return set.specs().stream().map(RenditionSpec::name).collect(Collectors.joining(","));
    }
}
