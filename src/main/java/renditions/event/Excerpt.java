package renditions.event;

/// Makes foreign text fit for one line of a log: short, and without characters that a terminal or a log reader
/// would act on.
final class Excerpt {
    /// The most code points of an excerpt, enough for a file name; an ellipsis stands for the rest.
    static final int LONGEST = 100;

    private Excerpt() {}

    static String of(String foreign) {
        var excerpt = new StringBuilder();
        foreign.codePoints().limit(LONGEST).map(Excerpt::scrubbed).forEach(excerpt::appendCodePoint);
        return excerpt + (foreign.codePointCount(0, foreign.length()) > LONGEST ? "…" : "");
    }

    /// The same for a longer text.
    ///
    /// @param most how many characters of UTF-16 it has at most, the ellipsis included
    static String of(String foreign, int most) {
        var excerpt = new StringBuilder();
        foreign.codePoints().limit(most + 1L).map(Excerpt::scrubbed).forEach(excerpt::appendCodePoint);
        if (excerpt.length() > most) {
            int end = most - 1;
            excerpt.setLength(Character.isHighSurrogate(excerpt.charAt(end - 1)) ? end - 1 : end);
            excerpt.append('…');
        }
        return excerpt.toString();
    }

    private static int scrubbed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
            default -> character;
        };
    }
}
