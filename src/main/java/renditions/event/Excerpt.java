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
