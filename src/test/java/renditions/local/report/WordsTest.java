package renditions.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 KB",
        "99949, 99.9 KB",
        "142478, 142 KB",
        "999949, 1000 KB",
        "999950, 1.0 MB",
        "23400123, 23.4 MB"
    })
    void lengths(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void times() {
        assertThat(Words.millis(Duration.ZERO)).isEqualTo("\u2013");
        assertThat(Words.millis(Duration.ofNanos(1))).isEqualTo("1 ms");
        assertThat(Words.millis(Duration.ofMillis(12_412))).isEqualTo("12,412 ms");
    }

    @ParameterizedTest
    @CsvSource({"0, no uploads", "1, 1 upload", "2, 2 uploads", "'1000', '1,000 uploads'"})
    void counts(long number, String words) {
        assertThat(Words.count(number, "upload")).isEqualTo(words);
    }

    @Test
    void counts_of_words_that_end_in_y() {
        assertThat(Words.count(1, "delivery")).isEqualTo("1 delivery");
        assertThat(Words.count(2, "delivery")).isEqualTo("2 deliveries");
    }

    @Test
    void some_messages_of_a_batch() {
        assertThat(Words.messages(List.of(), 5)).isEqualTo("no delivery");
        assertThat(Words.messages(List.of(1), 5)).isEqualTo("delivery 2 of 5");
        assertThat(Words.messages(List.of(0, 2), 5)).isEqualTo("deliveries 1, 3 of 5");
    }
}
