package renditions.local.sam;

import java.io.Serial;

/// Thrown if something is missing that the reader can provide.
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /// @param sentence says what is missing and what to do, for people
    Refused(String sentence) {
        super(sentence);
    }
}
