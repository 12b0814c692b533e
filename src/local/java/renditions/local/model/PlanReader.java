package renditions.local.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads a plan from `name=value` pairs; what is not named is as usual.
final class PlanReader {
    private final Map<String, String> values = new LinkedHashMap<>();

    private PlanReader() {
        var usual = Plan.USUAL;
        Arrays.stream(Plan.class.getRecordComponents()).forEach(part -> {
            try {
                values.put(
                        part.getName(),
                        part.getAccessor().invoke(usual).toString().toLowerCase(Locale.ROOT));
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError("no such part", impossible);
            }
        });
    }

    /// @param pairs separated by white space, for example `feed=job batch=1 concurrency=1000`
    /// @throws IllegalArgumentException that names the pair, and what is allowed
    static Plan read(String pairs) {
        var reader = new PlanReader();
        Arrays.stream(pairs.strip().split("\\s+"))
                .filter(pair -> !pair.isEmpty())
                .forEach(reader::take);
        return reader.plan();
    }

    private void take(String pair) {
        var parts = pair.split("=", 2);
        if (parts.length < 2 || values.replace(parts[0], parts[1]) == null) {
            throw new IllegalArgumentException("'" + pair + "' is not understood, allowed: name=value with a name of "
                    + values.keySet().stream().collect(Collectors.joining(", ")));
        }
    }

    private Plan plan() {
        return new Plan(
                feed(),
                (long) number("uploads"),
                (int) number("batch"),
                (int) number("concurrency"),
                number("timeout"),
                number("visibility"),
                (int) number("receives"),
                (int) number("memory"),
                (int) number("cores"),
                number("compute"),
                number("spread"),
                number("network"),
                number("overhead"),
                number("corrupt"),
                number("flaky"),
                (int) number("renditions"),
                (long) number("seed"));
    }

    private Plan.Feed feed() {
        return switch (text("feed")) {
            case "queue" -> Plan.Feed.QUEUE;
            case "job" -> Plan.Feed.JOB;
            default -> throw new IllegalArgumentException("feed is '" + text("feed") + "', allowed: queue, job");
        };
    }

    private double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException no) {
            throw new IllegalArgumentException(name + " is '" + text(name) + "', allowed: a number", no);
        }
    }

    private String text(String name) {
        return values.getOrDefault(name, "");
    }
}
