package renditions.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
    private static final String HASH = "3OcRJYB4d3h/iIeHeEh3eIhw+j3A";

    @Test
    void a_thumbnail_has_a_preview_and_a_colour() {
        var placeholder = Placeholder.of(Patterns.of(new PixelSize(10, 10), (_, _) -> 0x3366ccff));
        assertThat(placeholder.colour()).isEqualTo("#3366cc");
        assertThat(placeholder.thumbHash()).hasSize(32).matches("[A-Za-z0-9+/]+={0,2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3OcRJQ==", "no Base64", "3OcRJYB4d3h_iIeHeEh3eIhw-j3A"})
    void what_is_no_thumb_hash_is_refused(String hash) {
        assertThatThrownBy(() -> new Placeholder(hash, "#000000")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#fff", "#3366CC", "3366cc", "#3366cc "})
    void what_is_no_colour_is_refused(String colour) {
        assertThatThrownBy(() -> new Placeholder(HASH, colour)).hasMessage("not a colour like #rrggbb: " + colour);
    }
}
