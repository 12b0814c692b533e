package renditions.local.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the messages of a run are in the end, as lines for the terminal.
public final class Whereabouts {
    /// How many dead letters are named; the others are only counted.
    private static final int NAMED = 10;

    private final Terminal terminal;

    /// @param terminal the terminal that will show the lines
    public Whereabouts(Terminal terminal) {
        this.terminal = terminal;
    }

    /// A line for each place, without line ends; the queue itself is empty.
    public List<String> lines(Run run) {
        var lines = new ArrayList<String>();
        lines.add(
                "deleted from the queue: " + Words.count(at(run, Place.DELETED).size(), "message"));
        var dead = at(run, Place.DEAD_LETTERS);
        lines.add("in the dead-letter queue: " + Words.count(dead.size(), "message"));
        dead.stream().limit(NAMED).map(this::letter).forEach(lines::add);
        if (dead.size() > NAMED) {
            lines.add(String.format(Locale.ROOT, "  and %,d more, see the contact sheet", dead.size() - NAMED));
        }
        return List.copyOf(lines);
    }

    private static List<RunItem> at(Run run, Place place) {
        return run.items().stream()
                .filter(item -> item.journey().end() == place)
                .toList();
    }

    private String letter(RunItem item) {
        return "  %s, received %s"
                .formatted(
                        Harmless.text(item.key(), terminal.unicode()),
                        Words.count(item.journey().receives().size(), "time"));
    }
}
