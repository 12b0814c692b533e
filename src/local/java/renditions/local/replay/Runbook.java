package renditions.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import renditions.local.report.Advice;

/// What the runbook says about dead letters, by code.
///
/// @param advice a sentence or more for each code
public record Runbook(Map<String, String> advice) {
    private static final Pattern ROW = Pattern.compile("\\| ([^|]*`[A-Z_]+`[^|]*) \\| (.+) \\|");
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");

    public Runbook {
        advice = Map.copyOf(advice);
    }

    /// Reads the table of the section "Dead letters".
    ///
    /// @param page the runbook
    public static Runbook read(Path page) throws IOException {
        var advice = new HashMap<String, String>();
        Files.readAllLines(page).stream()
                .dropWhile(line -> !line.equals("## Dead letters"))
                .takeWhile(line -> !line.startsWith("### "))
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> CODE.matcher(row.group(1))
                        .results()
                        .forEach(code -> advice.put(code.group(1), plain(row.group(2)))));
        return new Runbook(advice);
    }

    /// What to do about a code.
    String next(String code) {
        return advice.getOrDefault(code, "see " + Advice.ITEMS);
    }

    /// The text without links and code marks.
    private static String plain(String markdown) {
        return markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
    }
}
