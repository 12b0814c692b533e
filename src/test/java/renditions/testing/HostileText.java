package renditions.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Hostile texts: line ends, quotes, terminal commands, changes of the writing direction, lone surrogates, great
/// lengths.
public final class HostileText {
    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u0000",
            "\u001b[2J",
            "\"",
            "\\",
            "\\u000a",
            "{\"level\":\"ERROR\"}",
            "\u202e",
            "\ufeff",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "é",
            "\uffff",
            "{}",
            "%n",
            "${jndi:ldap://a}",
            "a.jpg");

    private HostileText() {}

    /// This many of them, always the same.
    public static Stream<String> some(int count) {
        return new Random(5).longs(count).mapToObj(HostileText::of);
    }

    /// A name that has the same hash for every number of 17 bits, if the hash adds up characters with the factor 33, as
    /// that of Jackson's tables does: `aa` and `b@` are worth the same.
    public static String collidingName(int number) {
        return IntStream.range(0, 17)
                .mapToObj(bit -> ((number >> bit) & 1) == 0 ? "aa" : "b@")
                .collect(Collectors.joining());
    }

    private static String of(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int pieces = random.nextInt(random.nextInt(50) == 0 ? 5_000 : 12); pieces >= 0; pieces--) {
            text.append(
                    random.nextBoolean()
                            ? PIECES.get(random.nextInt(PIECES.size()))
                            : Character.toString((char) random.nextInt(0x10000)));
        }
        return text.toString();
    }
}
