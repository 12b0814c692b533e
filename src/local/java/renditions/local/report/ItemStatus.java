package renditions.local.report;

/// How an item ended, in the words people read.
public enum ItemStatus {
    /// All its renditions are stored.
    MADE("made", "\u2713", "+"),
    /// There was nothing to do.
    SKIPPED("skipped", "\u2013", "-"),
    /// Something is wrong with it, or something went wrong.
    FAILED("failed", "\u2715", "x"),
    /// It began, and the time was over before it was done.
    UNFINISHED("not finished", "\u2026", "~"),
    /// It never began: there was no time, or another that went wrong stopped it.
    UNSTARTED("not started", "\u25CB", "o");

    private final String word;
    private final String sign;
    private final String plainSign;

    ItemStatus(String word, String sign, String plainSign) {
        this.word = word;
        this.sign = sign;
        this.plainSign = plainSign;
    }

    /// Lower case, for people.
    public String word() {
        return word;
    }

    /// One character that stands for it.
    String sign(boolean unicode) {
        return unicode ? sign : plainSign;
    }
}
