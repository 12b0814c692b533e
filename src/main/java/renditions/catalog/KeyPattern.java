package renditions.catalog;

import java.util.BitSet;
import java.util.Locale;

/// A pattern of keys: a glob that a whole key must match, in upper or lower case. `*`
/// stands for any characters, slashes too, `?` for one character, and `{jpg,jpeg}` for one of its alternatives,
/// which may hold `*` and `?` but no braces. Signs with a meaning in other pattern languages are refused; all
/// others stand for themselves.
///
/// Keys are hostile, so there is no backtracking: the steps to match a key are at most its length times the
/// glob's.
///
/// @param glob 1 to [#LONGEST] characters
public record KeyPattern(String glob) {
    /// The longest glob, in characters.
    public static final int LONGEST = 200;

    /// Every key.
    public static final KeyPattern EVERYTHING = new KeyPattern("*");

    private static final String REFUSED = "[]\\|^";

    /// @throws IllegalArgumentException if it is no such glob; the message says what is allowed
    public KeyPattern {
        if (glob.isEmpty() || glob.length() > LONGEST || !isWellFormed(glob)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "up to %d characters that a whole key must match: * for any, ? for one, {jpg,png} for alternatives,"
                            + " none inside another, a comma only there, and none of %s",
                    LONGEST,
                    REFUSED));
        }
    }

    private static boolean isWellFormed(String glob) {
        boolean inside = false;
        for (int i = 0; i < glob.length(); i++) {
            char symbol = glob.charAt(i);
            boolean allowed = switch (symbol) {
                case '{' -> !inside;
                case '}', ',' -> inside;
                default -> REFUSED.indexOf(symbol) < 0;
            };
            if (!allowed) {
                return false;
            }
            inside = symbol == '{' || (inside && symbol != '}');
        }
        return !inside;
    }

    /// Whether the pattern is this key's.
    ///
    /// @param key the key, not encoded
    public boolean matches(String key) {
        var symbols = folded(glob);
        var places = new BitSet();
        places.set(0);
        for (int character : folded(key)) {
            places = behind(symbols, reached(symbols, places), character);
        }
        return reached(symbols, places).get(symbols.length);
    }

    /// Adds to these places in the glob all that are reached from them without a character of the key. Those lie
    /// further on, so one pass finds them.
    private static BitSet reached(int[] symbols, BitSet places) {
        for (int i = places.nextSetBit(0); i >= 0 && i < symbols.length; i = places.nextSetBit(i + 1)) {
            switch (symbols[i]) {
                case '*', '}' -> places.set(i + 1);
                case '{' -> enter(symbols, i, places);
                case ',' -> places.set(end(symbols, i + 1));
                default -> {}
            }
        }
        return places;
    }

    /// The places that are reached from these with this character of the key.
    private static BitSet behind(int[] symbols, BitSet places, int character) {
        var behind = new BitSet();
        for (int i = places.nextSetBit(0); i >= 0 && i < symbols.length; i = places.nextSetBit(i + 1)) {
            switch (symbols[i]) {
                case '*' -> behind.set(i);
                case '?' -> behind.set(i + 1);
                case '{', ',', '}' -> {}
                default -> {
                    if (symbols[i] == character) {
                        behind.set(i + 1);
                    }
                }
            }
        }
        return behind;
    }

    /// Adds the place where each alternative begins.
    private static void enter(int[] symbols, int brace, BitSet places) {
        for (int i = brace; symbols[i] != '}'; i = end(symbols, i + 1)) {
            places.set(i + 1);
        }
    }

    /// The end of the alternative at this place: the next comma or closing brace.
    private static int end(int[] symbols, int from) {
        int end = from;
        while (symbols[end] != ',' && symbols[end] != '}') {
            end++;
        }
        return end;
    }

    /// The text as code points, all letters in the same case.
    private static int[] folded(String text) {
        return text.codePoints()
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .toArray();
    }
}
