package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcerptTest {
    @Test
    void printable_text_stays() {
        assertThat(Excerpt.of("a 'é' 🌸 \\ 中")).isEqualTo("a 'é' 🌸 \\ 中");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\u0000", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\u202e", "\ufeff", "\ud800",
                "\ue000"
            })
    void what_acts_on_a_terminal_or_a_log_is_replaced(String character) {
        assertThat(Excerpt.of("a" + character + "b")).isEqualTo("a\uFFFDb");
    }

    @Test
    void the_longest_is_whole_and_a_longer_one_cut_between_characters() {
        assertThat(Excerpt.of("🌸".repeat(Excerpt.LONGEST))).isEqualTo("🌸".repeat(Excerpt.LONGEST));
        assertThat(Excerpt.of("🌸".repeat(Excerpt.LONGEST + 1))).isEqualTo("🌸".repeat(Excerpt.LONGEST) + "…");
    }
}
