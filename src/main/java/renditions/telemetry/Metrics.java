package renditions.telemetry;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import renditions.log.Line;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The metrics of a record, in CloudWatch's embedded metric format: the line's field `_aws` tells CloudWatch Logs
/// which fields are metrics.
///
/// Source: CloudWatch user guide, "Specification: Embedded metric format". A batch can exceed one of its limits,
/// 100 values for a metric; then 100 evenly spaced ranks stand for all values.
final class Metrics {
    /// How many values a metric may have in one line.
    static final int MOST_VALUES = 100;

    private static final String DIMENSION = "FunctionName";

    private final ObjectNode line;
    private final ArrayNode declared;

    private Metrics(ObjectNode line, ArrayNode declared) {
        this.line = line;
        this.declared = declared;
    }

    /// Writes the metrics of a record into its line.
    static void write(InvocationRecord record, Instant at, ObjectNode line) {
        var aws = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Renditions");
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        line.put(DIMENSION, Line.bounded(record.request().function()));
        var metrics = new Metrics(line, directive.putArray("Metrics"));
        metrics.items(record);
        if (record.ending() instanceof Ending.Answered answered) {
            metrics.seal(answered);
        }
    }

    private void items(InvocationRecord record) {
        for (var kind : OutcomeKind.values()) {
            count(
                    kind.metric,
                    record.outcomes().stream()
                            .filter(outcome -> OutcomeKind.of(outcome) == kind)
                            .count());
        }
        var latencies = Ranks.of(record.timings().stream()
                .mapToLong(item -> TimeUnit.NANOSECONDS.toMillis(item.effort().nanos())));
        if (latencies.count() > 0) {
            declare("ItemLatency", "Milliseconds");
            var values = line.putArray("ItemLatency");
            Arrays.stream(latencies.atMost(MOST_VALUES)).forEach(values::add);
        }
    }

    private void seal(Ending.Answered answered) {
        declare("SealMargin", "Milliseconds");
        line.put("SealMargin", TimeUnit.NANOSECONDS.toMillis(answered.seal().margin()));
        count("LateSeals", answered.seal().late() ? 1 : 0);
        count("StillRunning", answered.stillRunning());
    }

    private void count(String name, long value) {
        declare(name, "Count");
        line.put(name, value);
    }

    private void declare(String name, String unit) {
        declared.addObject().put("Name", name).put("Unit", unit);
    }
}
