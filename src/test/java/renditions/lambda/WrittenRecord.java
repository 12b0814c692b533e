package renditions.lambda;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import renditions.testing.EmbeddedMetrics;
import tools.jackson.databind.JsonNode;

/// The record of an invocation, read from the log.
record WrittenRecord(JsonNode json) {
    double metric(String name) {
        return Objects.requireNonNull(
                        EmbeddedMetrics.read(json.toString()).values().get(name), name)
                .getFirst();
    }

    /// The ids of the deliveries that must be redelivered, sorted.
    List<String> redelivered() {
        return Stream.of("failed", "notFinished", "notStarted")
                .flatMap(ending -> messages(ending).stream())
                .sorted()
                .toList();
    }

    /// The ids of the deliveries with this outcome.
    List<String> messages(String ending) {
        return json.path("deliveries")
                .path(ending)
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
