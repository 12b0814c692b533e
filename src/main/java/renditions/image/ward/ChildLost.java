package renditions.image.ward;

/// A child ended in a conversation, or was ended because of what it did. This exception stays inside the package.
final class ChildLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final How how;
    private final String said;

    /// How it ended.
    enum How {
        /// By itself.
        DIED,
        /// It was killed by another process or by the operating system, which does so when memory runs out.
        KILLED,
        /// It was killed from here, because its answer was none.
        BABBLED,
        /// It was killed from here, because it neither answered nor stopped.
        LATE
    }

    /// @param ending how, for people
    /// @param said what it said last on its standard error
    ChildLost(How how, String ending, String said) {
        super(ending, null, false, false);
        this.how = how;
        this.said = said;
    }

    How how() {
        return how;
    }

    /// How it ended, for people.
    String ending() {
        return String.valueOf(getMessage());
    }

    /// Its last words, as it said them.
    String said() {
        return said;
    }

    /// For the log: how it ended, and its last words.
    String line() {
        var words = Words.clean(said);
        return words.isEmpty() ? ending() : ending() + ": " + words;
    }
}
