package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyPatternTest {
    private static final String PICTURES = "*.{jpg,jpeg,png}";

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "A.JPG", "2026/11/a.jpeg", ".png", "a.txt.png", "é 🌸.Jpg", "a\n.jpg"})
    void keys_of_pictures_match(String key) {
        assertThat(new KeyPattern(PICTURES).matches(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".DS_Store", "a.jpg.txt", "jpg", "a.jp", "a.jpgg", "a.{jpg,jpeg,png}", "a.jpg,", "a_jpg"})
    void other_keys_do_not(String key) {
        assertThat(new KeyPattern(PICTURES).matches(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "*", "photos/", "\u0000", "🌸"})
    void everything_matches_everything(String key) {
        assertThat(KeyPattern.EVERYTHING.matches(key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photos/*      | photos/2026/a.jpg | true",
                "photos/*      | other/photos/a    | false",
                "photos        | photos/           | false",
                "a?c           | aéc               | true",
                "a?c           | a🌸c              | true",
                "a?c           | ac                | false",
                "a*            | a                 | true",
                "*a            | a                 | true",
                "**            | a                 | true",
                "*a*b*         | xaxbx             | true",
                "*a*b*         | xbxax             | false",
                "{in,out}/*.{jpg,png} | out/x.png  | true",
                "{in,out}/*.{jpg,png} | in/x.gif   | false",
                "*.jp{,e}g     | a.jpg             | true",
                "*.jp{,e}g     | a.jpeg            | true",
                "{*.jpg,thumb?} | thumb7           | true",
                "{*.jpg,thumb?} | thumb            | false",
                "{}a           | a                 | true",
                "{a}           | a                 | true",
                "STRASSE*      | strasse           | true",
                "*.GIF         | a.gif             | true",
            })
    void each_sign_means_what_it_says(String glob, String key, boolean matches) {
        assertThat(new KeyPattern(glob).matches(key)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*.jpg,*.png",
                "*.jpg|*.png",
                ".*\\.jpg",
                "^photos",
                "*.[jt]pg",
                "{a,{b,c}}",
                "{a",
                "a}",
                "{a}}",
                "}{",
            })
    void what_may_be_meant_otherwise_is_refused(String glob) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyPattern(glob))
                .withMessageContaining("{jpg,png}");
    }

    @Test
    void the_longest_is_taken_and_a_longer_one_refused() {
        assertThat(new KeyPattern("a".repeat(KeyPattern.LONGEST)).matches("a".repeat(KeyPattern.LONGEST)))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyPattern("a".repeat(KeyPattern.LONGEST + 1)))
                .withMessageContaining("200");
    }

    /// A matcher that tries one way after the other would not end in a lifetime.
    @Test
    void a_key_made_to_be_slow_is_not() {
        var glob = new KeyPattern("{*a,*aa,*a?}".repeat(16) + "b");

        assertThat(glob.matches("a".repeat(1024))).isFalse();
        assertThat(glob.matches("a".repeat(1023) + "b")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_matches_what_one_finds_by_trying_all_ways(int seed) {
        var random = new Random(seed);
        var glob = glob(random);
        var pattern = new KeyPattern(glob);
        for (int i = 0; i < 200; i++) {
            var key = text(random, "abA/", 6);
            assertThat(pattern.matches(key)).as("%s, %s", glob, key).isEqualTo(tried(glob, key));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static String glob(Random random) {
        var glob = new StringBuilder("a");
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            var part = text(random, "ab*?/", 3);
            glob.append(random.nextBoolean() ? part : "{" + part + "," + text(random, "ab*?", 3) + "}");
        }
        return glob.toString();
    }

    private static String text(Random random, String letters, int longest) {
        var text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static boolean tried(String glob, String key) {
        if (glob.isEmpty()) {
            return key.isEmpty();
        }
        var rest = glob.substring(1);
        return switch (glob.charAt(0)) {
            case '{' -> {
                int end = rest.indexOf('}');
                yield Stream.of(rest.substring(0, end).split(",", -1))
                        .anyMatch(alternative -> tried(alternative + rest.substring(end + 1), key));
            }
            case '*' -> tried(rest, key) || (!key.isEmpty() && tried(glob, key.substring(1)));
            case '?' -> !key.isEmpty() && tried(rest, key.substring(1));
            default -> key.regionMatches(true, 0, glob, 0, 1) && tried(rest, key.substring(1));
        };
    }
}
