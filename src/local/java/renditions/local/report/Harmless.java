package renditions.local.report;

/// Makes foreign text harmless to look at: characters that a terminal would obey or that a reader cannot see are
/// written out.
public final class Harmless {
    private Harmless() {}

    /// The text with every control character, invisible format character (such as one that changes the writing
    /// direction), line separator, lone surrogate and unassigned code point in the form `<U+001B>`.
    ///
    /// @param unicode whether the reader's screen shows more than ASCII; if not, all other characters are written
    ///     out too
    public static String text(String hostile, boolean unicode) {
        var harmless = new StringBuilder(hostile.length());
        hostile.codePoints().forEach(point -> {
            if (visible(point) && (unicode || point < 0x7F)) {
                harmless.appendCodePoint(point);
            } else {
                harmless.append("<U+%04X>".formatted(point));
            }
        });
        return harmless.toString();
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
