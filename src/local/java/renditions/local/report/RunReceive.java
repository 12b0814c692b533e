package renditions.local.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One receive: the function was handed deliveries and answered.
///
/// @param number its number, from 1
/// @param from when the function was handed the deliveries, since the beginning of the run
/// @param to when it answered
/// @param messages how many deliveries there were
/// @param unacknowledged the deliveries that are not acknowledged, by their places, from 0 on
/// @param reply the function's reply, JSON; empty if there is none
/// @param flaw why the answer does not count; empty if it does
public record RunReceive(
        int number, Duration from, Duration to, int messages, List<Integer> unacknowledged, String reply, String flaw) {
    public RunReceive {
        unacknowledged = List.copyOf(unacknowledged);
    }

    /// How many deliveries the answer acknowledged.
    int deleted() {
        return messages - unacknowledged.size();
    }

    /// The receive in one line: `receive 1 at 0.2 s: 5 messages, answered in 1,434 ms, 4 deleted, 1 not
    /// acknowledged`.
    public String sentence() {
        return String.format(Locale.ROOT, "receive %d at %s: %s", number, Words.seconds(from), outcome());
    }

    /// The outcome in words.
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
