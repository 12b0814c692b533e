package renditions.local.sam;

import java.io.Serial;

/// Something is missing that the reader can put right.
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /// @param sentence for people: what is missing, and what to do
    Refused(String sentence) {
        super(sentence);
    }
}
