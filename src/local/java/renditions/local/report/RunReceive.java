package renditions.local.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One batch that was received from the queue and answered.
///
/// @param number from 1
/// @param from when the function got it, since the beginning of the run
/// @param to when its answer was there
/// @param messages how many it held
/// @param deleted how many of them the answer acknowledged
/// @param reply what the function answered, JSON; empty if it did not
/// @param flaw why the answer does not count; empty if it does
public record RunReceive(int number, Duration from, Duration to, int messages, int deleted, String reply, String flaw) {
    /// In one line: `receive 1 after 212 ms: 5 messages, answered in 1,434 ms, 4 deleted, 1 comes again`.
    public String sentence() {
        return "receive %d at %s: %s".formatted(number, Words.seconds(from), outcome());
    }

    /// What came of it.
    String outcome() {
        var parts = new ArrayList<>(List.of(
                Words.count(messages, "message"),
                (flaw.isEmpty() ? "answered in " : flaw + ", after ") + Words.millis(to.minus(from))));
        if (deleted > 0) {
            parts.add("%,d deleted".formatted(deleted));
        }
        int left = messages - deleted;
        if (left > 0) {
            parts.add("%,d not acknowledged".formatted(left));
        }
        return String.join(", ", parts);
    }
}
