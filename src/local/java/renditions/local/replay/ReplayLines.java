package renditions.local.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import renditions.local.report.Advice;
import renditions.local.report.Harmless;
import renditions.local.report.Terminal;
import renditions.local.report.Words;

/// A replay as lines for the terminal: for each message what would happen, why, and what to do next.
///
/// @param terminal the terminal that will show them
public record ReplayLines(Terminal terminal, Runbook runbook) {
    /// The lines, without line ends.
    public List<String> lines(List<Replayed> messages) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            lines.add(String.format(
                    Locale.ROOT,
                    "message %,d of %,d, %s, received %s: %s",
                    i + 1,
                    messages.size(),
                    message.id(),
                    Words.count(message.receives(), "time"),
                    words(message.fate())));
            message.entries().forEach(entry -> add(lines, entry));
        }
        lines.add(sum(messages));
        return lines.stream()
                .map(line -> Harmless.text(line, terminal.unicode()))
                .toList();
    }

    private void add(List<String> lines, Replayed.Entry entry) {
        switch (entry) {
            case Replayed.Played played -> {
                var code = played.code().isEmpty() ? "" : ", " + played.code();
                lines.add("  " + played.status().sign(terminal.unicode()) + " "
                        + played.status().word() + code + ": " + played.subject());
                if (!played.why().isEmpty()) {
                    lines.add("    " + played.why());
                }
                played.notes().forEach(note -> lines.add("    note: " + note));
                lines.add("    next: " + next(played));
            }
            case Replayed.Unplayed unplayed -> {
                lines.add("  ? not replayed: " + unplayed.subject());
                lines.add("    " + unplayed.why());
                lines.add("    next: " + unplayed.next());
            }
        }
    }

    private String next(Replayed.Played played) {
        return switch (played.status()) {
            case MADE -> "Redrive the message: its renditions would be made.";
            case SKIPPED ->
                "Redrive the message: a replay begins without renditions, so it cannot tell what is to be removed or"
                        + " compared there.";
            case QUARANTINED -> "Redrive the message: the upload would be quarantined. See " + Advice.QUARANTINE + ".";
            case FAILED -> runbook.next(played.code());
            case UNFINISHED -> runbook.next("NOT_FINISHED");
            case UNSTARTED -> runbook.next("NOT_STARTED");
        };
    }

    private static String words(Replayed.Fate fate) {
        return switch (fate) {
            case DELETED -> "it would be acknowledged and deleted";
            case REDELIVERED -> "it would be redelivered, and after too many receives be a dead letter";
            case UNKNOWN -> "not known, for not all of it could be replayed";
        };
    }

    private static String sum(List<Replayed> messages) {
        return Words.count(messages.size(), "message")
                + Arrays.stream(Replayed.Fate.values())
                        .map(fate -> sum(messages, fate))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String sum(List<Replayed> messages, Replayed.Fate fate) {
        long number =
                messages.stream().filter(message -> message.fate() == fate).count();
        if (number == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%,d ", number)
                + switch (fate) {
                    case DELETED -> "would be deleted";
                    case REDELIVERED -> "would be redelivered";
                    case UNKNOWN -> "not known";
                };
    }
}
