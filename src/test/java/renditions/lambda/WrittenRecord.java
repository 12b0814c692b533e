package renditions.lambda;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import renditions.testing.EmbeddedMetrics;
import tools.jackson.databind.JsonNode;

/// The record of an invocation, as the log has it.
record WrittenRecord(JsonNode json) {
    double metric(String name) {
        return Objects.requireNonNull(
                        EmbeddedMetrics.read(json.toString()).values().get(name), name)
                .getFirst();
    }

    /// The ids of the messages that come again, sorted.
    List<String> redelivered() {
        return Stream.of("failed", "notFinished", "notStarted")
                .flatMap(ending -> messages(ending).stream())
                .sorted()
                .toList();
    }

    /// The ids of the messages that ended so.
    List<String> messages(String ending) {
        return json.path("deliveries")
                .path(ending)
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }
}
