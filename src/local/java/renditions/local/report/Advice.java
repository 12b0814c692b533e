package renditions.local.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says where to read what to do after a failure, as lines for the terminal.
public final class Advice {
    /// Where to read what to do about items that failed, by their codes.
    public static final String ITEMS = "docs/runbook.md, section 'Dead letters'";

    /// Where to read what to do about items that were quarantined.
    public static final String QUARANTINE = "docs/runbook.md, section 'Quarantine'";

    /// Where to read what to do if there was no answer.
    public static final String INVOCATIONS = "docs/runbook.md, section 'Failed invocations'";

    private Advice() {}

    /// A line for each kind of failure, without line ends; none if all went well.
    public static List<String> lines(Run run) {
        var lines = new ArrayList<String>();
        var codes = run.items().stream()
                .map(RunItem::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            lines.add("what to do about " + codes + ": " + ITEMS);
        }
        if (run.count(ItemStatus.QUARANTINED) > 0) {
            lines.add("what to do about quarantined uploads: " + QUARANTINE);
        }
        if (run.receives().stream().anyMatch(receive -> !receive.flaw().isEmpty())) {
            lines.add("what to do if the function did not answer: " + INVOCATIONS);
        }
        return List.copyOf(lines);
    }
}
