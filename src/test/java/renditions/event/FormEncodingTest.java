package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormEncodingTest {
    @ParameterizedTest
    @CsvSource({
        "plain.jpg, plain.jpg",
        "red+flower.jpg, red flower.jpg",
        "red%20flower.jpg, red flower.jpg",
        "a%2Bb.jpg, a+b.jpg",
        "a%2bb.jpg, a+b.jpg",
        "100%25.jpg, 100%.jpg",
        "%252B.jpg, %2B.jpg",
        "%25%25%25.png, %%%.png",
        "trailing%25, trailing%",
        "caf%C3%A9.jpg, café.jpg",
        "café.jpg, café.jpg",
        "%F0%9F%8C%B8.jpg, 🌸.jpg",
        "🌸.jpg, 🌸.jpg",
        "2026/11/a.jpg, 2026/11/a.jpg",
        "2026%2F11%2Fa.jpg, 2026/11/a.jpg",
        "../../a.jpg, ../../a.jpg",
        "%40home.jpg, @home.jpg",
    })
    void is_decoded_once(String encoded, String key) throws Misread {
        assertThat(FormEncoding.decode(encoded)).isEqualTo(key);
    }

    @Test
    void combining_accents_stay_apart_from_their_letters() throws Misread {
        assertThat(FormEncoding.decode("cafe%CC%81.jpg")).isEqualTo("cafe\u0301.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trailing%", "trailing%2", "%", "%2"})
    void an_escape_cut_off_is_refused(String encoded) {
        assertThatThrownBy(() -> FormEncoding.decode(encoded))
                .isInstanceOf(Misread.class)
                .hasMessageContaining("ends inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%.png", "%ZZ.jpg", "%2G.jpg", "% 1", "%+1", "%-1", "%é", "%１１"})
    void an_escape_without_digits_is_refused(String encoded) {
        assertThatThrownBy(() -> FormEncoding.decode(encoded))
                .isInstanceOf(Misread.class)
                .hasMessageContaining("hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%FF.jpg", // no UTF-8 byte
                "%C3.jpg", // the second byte is missing
                "%A9.jpg", // the first byte is missing
                "%C0%AF", // `/` in two bytes
                "%ED%A0%80", // half a surrogate pair
                "%F4%90%80%80", // beyond the last character
                "\uD800.jpg",
                "\uDC00\uD800",
            })
    void what_is_not_utf8_is_refused_and_never_replaced(String encoded) {
        assertThatThrownBy(() -> FormEncoding.decode(encoded))
                .isInstanceOf(Misread.class)
                .hasMessageContaining("UTF-8");
    }
}
