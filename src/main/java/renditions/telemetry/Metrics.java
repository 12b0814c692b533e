package renditions.telemetry;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// The metrics of a record, as [MetricFields]. A batch can exceed a limit of the format, 100 values for a metric;
/// then 100 evenly spaced ranks stand for all values.
final class Metrics {
    /// How many values a metric may have in one line.
    static final int MOST_VALUES = 100;

    private final ObjectNode line;
    private final MetricFields fields;

    private Metrics(ObjectNode line, MetricFields fields) {
        this.line = line;
        this.fields = fields;
    }

    /// Writes the metrics of a record into its line.
    static void write(InvocationRecord record, Instant at, ObjectNode line) {
        var metrics =
                new Metrics(line, new MetricFields(line, at, record.request().function()));
        metrics.items(record);
        if (record.ending() instanceof Ending.Answered answered) {
            metrics.seal(answered);
        }
    }

    private void items(InvocationRecord record) {
        for (var kind : OutcomeKind.values()) {
            fields.count(
                    kind.metric,
                    record.outcomes().stream()
                            .filter(outcome -> OutcomeKind.of(outcome) == kind)
                            .count());
        }
        var latencies = Ranks.of(record.timings().stream()
                .mapToLong(item -> TimeUnit.NANOSECONDS.toMillis(item.effort().nanos())));
        if (latencies.count() > 0) {
            fields.declare("ItemLatency", "Milliseconds");
            var values = line.putArray("ItemLatency");
            Arrays.stream(latencies.atMost(MOST_VALUES)).forEach(values::add);
        }
    }

    private void seal(Ending.Answered answered) {
        fields.declare("SealMargin", "Milliseconds");
        line.put("SealMargin", TimeUnit.NANOSECONDS.toMillis(answered.seal().margin()));
        fields.count("LateSeals", answered.seal().late() ? 1 : 0);
        fields.count("StillRunning", answered.stillRunning());
    }
}
