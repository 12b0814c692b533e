package renditions.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.testing.HostileText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The strictness of parsing JSON, and that written JSON says the same as its tree.
final class JsonTest {
    private static final String EVERYTHING = """
            {"text": "a\\u00e9\\n\\"\u20ac\\ud83d\\ude00", "empty": "", "": "no name", "yes": true, "no": false, "nothing": null,
             "small": -7, "long": 9007199254740993, "large": 123456789012345678901234567890, "part": 0.25,
             "exponent": 1e300, "list": [1, [], {}, [[2]]], "object": {"a": {"b": {"c": []}}}}
            """;

    @Test
    void ascii_says_the_same_in_other_letters() {
        var tree = Json.read(EVERYTHING);
        var ascii = Json.writeAscii(tree);
        assertThat(US_ASCII.newEncoder().canEncode(US_ASCII.decode(ByteBuffer.wrap(ascii))))
                .isTrue();
        assertThat(ascii).doesNotContain((byte) '\n').hasSizeGreaterThan(Json.write(tree).length);
        assertThat(Json.read(ascii)).isEqualTo(tree);
    }

    @Test
    void random_trees_come_back_as_they_were() {
        for (int seed = 0; seed < 2_000; seed++) {
            var tree = tree(new SplittableRandom(seed), 5);
            assertThat(Json.read(Json.write(tree))).as("seed %d", seed).isEqualTo(tree);
            assertThat(Json.read(Json.writeAscii(tree))).as("seed %d", seed).isEqualTo(tree);
        }
    }

    /// A parser that shared its table of field names would count these against all later texts, and refuse those.
    @Test
    void thousands_of_field_names_of_one_hash_spoil_neither_their_own_text_nor_a_later_one() {
        var tree = Json.read(EVERYTHING);
        for (int text = 0; text < 20; text++) {
            int first = text * 4096;
            var object = Json.object();
            IntStream.range(first, first + 4096)
                    .mapToObj(HostileText::collidingName)
                    .forEach(name -> object.put(name, 1));

            assertThat(Json.read(Json.write(object))).as("text %d", text).isEqualTo(object);
            assertThat(Json.read(EVERYTHING)).isEqualTo(tree);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void a_text_that_says_nothing_is_a_missing_node(String text) {
        assertThat(Json.read(text).isMissingNode()).isTrue();
        assertThat(Json.read(text.getBytes(UTF_8)).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{",
                "[1,",
                "[1,]",
                "{\"a\":}",
                "{\"a\" 1}",
                "{a:1}",
                "'a'",
                "NaN",
                "01",
                "]",
                "{\"a\":1]",
                "\"\\ud8",
                "{} {}",
                "1 2",
                "{\"a\":1,\"a\":1}",
                "[{\"b\":{\"a\":1,\"c\":2,\"a\":3}}]"
            })
    void what_is_no_json_or_means_two_things_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.read(text.getBytes(UTF_8))).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void what_is_json_in_another_encoding_is_refused(Charset encoding) {
        assertThatThrownBy(() -> Json.read("{\"a\": 1}".getBytes(encoding))).isInstanceOf(JacksonException.class);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        for (var bytes : List.of("ff", "c0af", "eda080", "c3")) { // no letter, too long, half a pair, half a letter
            assertThatThrownBy(() -> Json.read(HexFormat.of().parseHex("22" + bytes + "22")))
                    .isInstanceOfSatisfying(
                            JacksonException.class,
                            refused -> assertThat(refused.getOriginalMessage()).isEqualTo("it is not UTF-8"));
        }
    }

    @Test
    void depth_is_bounded() {
        assertThat(Json.read("[".repeat(64) + "]".repeat(64)).isArray()).isTrue();
        assertThatThrownBy(() -> Json.read("[".repeat(65) + "]".repeat(65))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.read("{\"a\":".repeat(1_000_000))).isInstanceOf(JacksonException.class);
    }

    @Test
    void the_length_of_numbers_is_bounded() {
        assertThat(Json.read("9".repeat(100)).isBigInteger()).isTrue();
        assertThatThrownBy(() -> Json.read("9".repeat(101))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.read("0." + "9".repeat(100_000))).isInstanceOf(JacksonException.class);
    }

    private static JsonNode tree(SplittableRandom random, int deep) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(deep > 0 ? 9 : 7)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextLong() | 1L << 40);
            case 4 -> nodes.numberNode(random.nextDouble(-1e9, 1e9));
            case 5 -> nodes.stringNode("");
            case 6 -> nodes.stringNode(text(random));
            case 7 -> array(random, deep);
            default -> object(random, deep);
        };
    }

    private static ArrayNode array(SplittableRandom random, int deep) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (int left = random.nextInt(4); left > 0; left--) {
            array.add(tree(random, deep - 1));
        }
        return array;
    }

    private static ObjectNode object(SplittableRandom random, int deep) {
        var object = Json.object();
        for (int left = random.nextInt(4); left > 0; left--) {
            object.set(text(random), tree(random, deep - 1));
        }
        return object;
    }

    /// A text of characters from all over Unicode, without lone surrogates.
    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(point -> random.nextBoolean() ? point % 128 : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
