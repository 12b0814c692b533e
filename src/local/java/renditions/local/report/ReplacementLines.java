package renditions.local.report;

import java.util.ArrayList;
import java.util.List;

/// The story of a replaced upload as lines for the terminal.
///
/// @param terminal the terminal that will show them
public record ReplacementLines(Terminal terminal) {
    /// The lines, without line ends.
    public List<String> lines(Replacement replacement) {
        var lines = new ArrayList<String>();
        lines.add("then " + replacement.first().item().key() + ", replaced while its batch runs:");
        replacement.steps().forEach(step -> lines.add("  at " + Words.seconds(step.at()) + " " + step.words()));
        lines.add("  " + replacement.end());
        return lines.stream()
                .map(line -> Harmless.text(line, terminal.unicode()))
                .toList();
    }
}
