package renditions.catalog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The order of two events of one key, as far as their sequencers tell it: of two with the same length the one that is
/// larger as text is the later (S3 user guide, "Event message structure"). S3 gives no two events the same sequencer;
/// there are stores that give all of them one.
///
/// Nothing else orders. ETags return when the same bytes are uploaded again. The last-modified time has whole seconds,
/// and for an upload in parts it is the time at which that began. Where sequencers do not tell, S3 is asked what is
/// there.
enum Order {
    BEFORE,
    /// The same event, if the store tells events apart.
    SAME,
    AFTER,
    UNKNOWN;

    /// The sequencers of S3 have 16 to 18 digits. The reader of events takes the same ones.
    private static final Pattern SEQUENCER = Pattern.compile("[0-9A-Fa-f]{1,64}");

    /// Whether this can be a sequencer.
    static boolean orders(String sequencer) {
        return SEQUENCER.matcher(sequencer).matches();
    }

    /// How one event stands to another.
    ///
    /// @param sequencer of the one, null where it has none
    /// @param other that of the other
    static Order of(@Nullable String sequencer, @Nullable String other) {
        if (sequencer == null || other == null || sequencer.length() != other.length()) {
            return UNKNOWN;
        }
        int order = sequencer.compareToIgnoreCase(other);
        if (order == 0) {
            return SAME;
        }
        return order < 0 ? BEFORE : AFTER;
    }
}
