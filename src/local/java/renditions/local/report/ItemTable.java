package renditions.local.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.image.PixelSize;

/// A run as a table for the terminal: one line for each item, and a summary. Columns are aligned; no line is
/// wrapped.
public final class ItemTable {
    /// The longest key that is shown whole, in characters; longer ones are shown without their middle.
    static final int KEY = 60;

    private static final String GAP = "  ";

    private final Terminal terminal;

    /// @param terminal the terminal that will show the lines
    public ItemTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The lines of a run, without line ends.
    public List<String> lines(Run run) {
        var rows = run.items().stream().map(this::row).toList();
        int[] widths = new int[5];
        rows.forEach(row -> Arrays.setAll(
                widths, i -> Math.max(widths[i], length(row.cells().get(i)))));
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(sum(run));
        return List.copyOf(lines);
    }

    private Row row(RunItem item) {
        String status =
                item.status().sign(terminal.unicode()) + " " + item.status().word();
        String size = item.size().map(PixelSize::toString).orElse("");
        String time = item.took().isZero() ? "" : Words.millis(item.took());
        String made =
                item.renditions().isEmpty() ? "" : Words.count(item.renditions().size(), "rendition");
        return new Row(
                item.status(),
                List.of(status, shortened(harmless(item.key())), size, time, made),
                harmless(item.why() + report(item)));
    }

    private static String report(RunItem item) {
        return item.report()
                .map(report -> (item.why().isEmpty() ? "report: " : "; report: ") + report.address())
                .orElse("");
    }

    private String line(Row row, int[] widths) {
        var cells = row.cells();
        var columns = Stream.of(
                coloured(row.status(), left(cells.get(0), widths[0])),
                left(cells.get(1), widths[1]),
                right(cells.get(2), widths[2]),
                right(cells.get(3), widths[3]),
                right(cells.get(4), widths[4]),
                row.why());
        return columns.collect(Collectors.joining(GAP)).stripTrailing();
    }

    private String sum(Run run) {
        var counts = Arrays.stream(ItemStatus.values())
                .filter(status -> run.count(status) > 0)
                .map(status -> run.count(status) + " " + status.word());
        String took = run.took().isZero() ? "" : " in " + Words.millis(run.took());
        return Words.count(run.items().size(), run.noun())
                + took
                + (run.items().isEmpty() ? "" : counts.collect(Collectors.joining(", ", ": ", "")));
    }

    private String shortened(String key) {
        int[] points = key.codePoints().toArray();
        if (points.length <= KEY) {
            return key;
        }
        int head = KEY / 2 - 2;
        int tail = KEY - head - 3;
        return new String(points, 0, head) + "..." + new String(points, points.length - tail, tail);
    }

    private String harmless(String text) {
        return Harmless.text(text, terminal.unicode());
    }

    /// Colours a text of our own.
    private String coloured(ItemStatus status, String text) {
        if (!terminal.colours()) {
            return text;
        }
        int colour = switch (status) {
            case MADE -> 32;
            case SKIPPED -> 90;
            case QUARANTINED -> 35;
            case FAILED -> 31;
            case UNFINISHED, UNSTARTED -> 33;
        };
        return "\u001B[" + colour + "m" + text + "\u001B[0m";
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - length(text));
    }

    private static String right(String text, int width) {
        return " ".repeat(width - length(text)) + text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private record Row(ItemStatus status, List<String> cells, String why) {}
}
