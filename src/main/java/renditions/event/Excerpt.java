package renditions.event;

/// Foreign text made fit for one line of a log: short, and without what a terminal or a log reader would act on.
final class Excerpt {
    /// In characters, code points to be exact; an ellipsis stands for what is cut off. Long enough for a file name.
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
