package renditions.local.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One time that the function was handed deliveries and answered.
///
/// @param number from 1
/// @param from when the function got it, since the beginning of the run
/// @param to when its answer was there
/// @param messages how many it held
/// @param unacknowledged those of them that are not deleted, by their places, from 0 on
/// @param reply what the function answered, JSON; empty if it did not
/// @param flaw why the answer does not count; empty if it does
public record RunReceive(
        int number, Duration from, Duration to, int messages, List<Integer> unacknowledged, String reply, String flaw) {
    public RunReceive {
        unacknowledged = List.copyOf(unacknowledged);
    }

    /// How many messages the answer acknowledged.
    int deleted() {
        return messages - unacknowledged.size();
    }

    /// In one line: `receive 1 at 0.2 s: 5 messages, answered in 1,434 ms, 4 deleted, 1 not acknowledged`.
    public String sentence() {
        return String.format(Locale.ROOT, "receive %d at %s: %s", number, Words.seconds(from), outcome());
    }

    /// What came of it.
    String outcome() {
        var parts = new ArrayList<>(List.of(
                Words.count(messages, "message"),
                (flaw.isEmpty() ? "answered in " : flaw + ", after ") + Words.millis(to.minus(from))));
        if (deleted() > 0) {
            parts.add(String.format(Locale.ROOT, "%,d deleted", deleted()));
        }
        if (!unacknowledged.isEmpty()) {
            parts.add(String.format(Locale.ROOT, "%,d not acknowledged", unacknowledged.size()));
        }
        return String.join(", ", parts);
    }
}
