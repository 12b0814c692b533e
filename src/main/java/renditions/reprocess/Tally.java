package renditions.reprocess;

import java.util.EnumMap;
import java.util.Map;

/// Counts what a sweep finds and sends. For one thread.
final class Tally {
    private final Map<Defect, Long> found = new EnumMap<>(Defect.class);
    private long listed;
    private long sent;

    void listed(long keys) {
        listed += keys;
    }

    void found(Defect defect) {
        found.merge(defect, 1L, Long::sum);
    }

    void sent(long messages) {
        sent += messages;
    }

    /// How many messages were sent.
    long sent() {
        return sent;
    }

    SweepReport report(SweepReport.Ending ending) {
        return new SweepReport(listed, found, sent, ending);
    }
}
