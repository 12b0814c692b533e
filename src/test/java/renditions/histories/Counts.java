package renditions.histories;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import renditions.runtime.InvocationStatus;

/// Counts what happened, for the summary of a run. Safe for use by many threads.
final class Counts {
    private final Map<String, Integer> kills = new TreeMap<>(); // guarded by this, as the others
    private int invocations;
    private int unanswered;
    private int histories;
    private int messages;
    private int receives;

    synchronized void count(InvocationStatus status) {
        invocations++;
        unanswered += status instanceof InvocationStatus.TimedOut ? 1 : 0;
    }

    /// @param place of the call, in a word
    synchronized void countKill(String place) {
        kills.merge(place, 1, Integer::sum);
    }

    synchronized void countHistory(MessageQueue queue) {
        histories++;
        messages += queue.sent();
        receives += queue.receives();
    }

    synchronized int histories() {
        return histories;
    }

    synchronized int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT,
                "%,d histories, %,d messages, %,d receives in %,d invocations, %,d of them killed for being late; %,d kills: %s",
                histories,
                messages,
                receives,
                invocations,
                unanswered,
                kills(),
                kills);
    }
}
