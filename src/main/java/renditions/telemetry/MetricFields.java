package renditions.telemetry;

import java.time.Instant;
import renditions.log.Line;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields of a line that are metrics, in CloudWatch's embedded metric format: the line's field `_aws` tells
/// CloudWatch Logs which fields those are. All have the dimension of the function's name.
///
/// Source: CloudWatch user guide, "Specification: Embedded metric format".
final class MetricFields {
    private static final String DIMENSION = "FunctionName";

    private final ObjectNode line;
    private final ArrayNode declared;

    /// @param line gets the fields
    /// @param function its name
    MetricFields(ObjectNode line, Instant at, String function) {
        this.line = line;
        var aws = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Renditions");
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        line.put(DIMENSION, Line.bounded(function));
        declared = directive.putArray("Metrics");
    }

    /// Adds a count.
    void count(String name, long value) {
        declare(name, "Count");
        line.put(name, value);
    }

    /// Says that a field of the line is a metric.
    void declare(String name, String unit) {
        declared.addObject().put("Name", name).put("Unit", unit);
    }
}
