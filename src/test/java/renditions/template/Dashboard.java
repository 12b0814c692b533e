package renditions.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A dashboard, read like CloudWatch ("Dashboard body structure and syntax" of its API reference).
record Dashboard(JsonNode body) {
    private static final int COLUMNS = 24;

    /// @throws tools.jackson.core.JacksonException if it is no JSON
    static Dashboard of(String body) {
        return new Dashboard(new JsonMapper().readTree(body));
    }

    /// Every metric that is drawn.
    Set<Metric> metrics() {
        var all = new HashSet<Metric>();
        widgets().forEach(widget -> {
            List<String> last = List.of();
            for (var row : widget.at("/properties/metrics")) {
                last = spelledOut(row, last);
                all.add(new Metric(last.get(0), last.get(1), last.get(3)));
            }
        });
        return all;
    }

    /// `.` repeats one word of the row before, `...` all of them.
    private static List<String> spelledOut(JsonNode row, List<String> before) {
        var words = new ArrayList<String>();
        for (var word : row) {
            switch (word.isString() ? word.asString() : "{}") {
                case "{}" -> {}
                case "." -> words.add(before.get(words.size()));
                case "..." -> words.addAll(before.subList(words.size(), before.size()));
                default -> words.add(word.asString());
            }
        }
        return words;
    }

    /// The names of the alarms that are shown.
    Set<String> alarms() {
        var all = new HashSet<String>();
        widgets()
                .flatMap(widget -> widget.at("/properties/alarms").valueStream())
                .forEach(alarm -> all.add(alarm.asString().replaceFirst(".*:alarm:", "")));
        return all;
    }

    /// Widgets that overlap or lie beyond the edge.
    Stream<String> collisions() {
        Map<String, String> taken = new HashMap<>();
        return widgets()
                .flatMap(widget -> cells(widget)
                        .filter(cell ->
                                taken.putIfAbsent(cell, title(widget)) != null || cell.startsWith(COLUMNS + ","))
                        .map(cell -> title(widget) + " at " + cell)
                        .limit(1));
    }

    private static Stream<String> cells(JsonNode widget) {
        int x = widget.path("x").asInt();
        int y = widget.path("y").asInt();
        var cells = new ArrayList<String>();
        for (int column = x; column < x + widget.path("width").asInt(); column++) {
            for (int row = y; row < y + widget.path("height").asInt(); row++) {
                cells.add(column + "," + row);
            }
        }
        return cells.stream();
    }

    private static String title(JsonNode widget) {
        return widget.at("/properties/title").asString();
    }

    private Stream<JsonNode> widgets() {
        return body.path("widgets").valueStream();
    }
}
