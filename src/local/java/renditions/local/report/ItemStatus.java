package renditions.local.report;

import java.util.Locale;

/// How an item ended, in words for people.
public enum ItemStatus {
    /// All its renditions are stored.
    MADE("made", "\u2713", "+"),
    /// There was nothing to do.
    SKIPPED("skipped", "\u2013", "-"),
    /// The upload is at fault, and a report of that is stored.
    QUARANTINED("quarantined", "\u2691", "!"),
    /// The upload or the work on it failed.
    FAILED("failed", "\u2715", "x"),
    /// The work began, but the time was over before it was done.
    UNFINISHED("not finished", "\u2026", "~"),
    /// The work never began: there was no time, or the failure of another item prevented it.
    UNSTARTED("not started", "\u25CB", "o");

    private final String word;
    private final String sign;
    private final String plainSign;

    ItemStatus(String word, String sign, String plainSign) {
        this.word = word;
        this.sign = sign;
        this.plainSign = plainSign;
    }

    /// The status in lower case, for people.
    public String word() {
        return word;
    }

    /// The name of the status in the style sheet.
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// One character that stands for it.
    ///
    /// @param unicode whether the reader's screen shows more than ASCII
    public String sign(boolean unicode) {
        return unicode ? sign : plainSign;
    }
}
