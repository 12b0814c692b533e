package renditions.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Results as a Markdown table whose columns are also aligned in a terminal: the first to the left, the numbers to
/// the right.
///
/// @param title its title
/// @param measures says what the numbers are, and how to repeat the measurement
/// @param head the names of the columns
/// @param rows each as long as the head; no cell holds a `|`
record Table(String title, String measures, List<String> head, List<List<String>> rows) {
    Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = head.size();
        if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("every row has the columns of " + head + ": " + rows);
        }
    }

    /// The lines, without line ends.
    List<String> lines() {
        var lines = new ArrayList<>(List.of("## " + title, "", measures, ""));
        lines.add(line(head, column -> aligned(head.get(column), column)));
        lines.add(line(head, this::rule));
        rows.forEach(row -> lines.add(line(row, column -> aligned(row.get(column), column))));
        return List.copyOf(lines);
    }

    private static String line(List<String> row, Function<Integer, String> cell) {
        return IntStream.range(0, row.size()).boxed().map(cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String aligned(String text, int column) {
        var gap = " ".repeat(width(column) - text.length());
        return column == 0 ? text + gap : gap + text;
    }

    private String rule(int column) {
        return column == 0 ? "-".repeat(width(column)) : "-".repeat(width(column) - 1) + ":";
    }

    /// The width of a column, at least 2 for the rule.
    private int width(int column) {
        return Stream.concat(Stream.of(head), rows.stream())
                .mapToInt(row -> row.get(column).length())
                .reduce(2, Math::max);
    }
}
