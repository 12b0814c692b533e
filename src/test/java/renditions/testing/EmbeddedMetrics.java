package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The metrics that CloudWatch Logs extracts from a line in the embedded metric format: an independent reading of
/// the CloudWatch user guide, "Specification: Embedded metric format", that shares no code with the writer.
/// Everything that the specification forbids fails.
///
/// @param namespace the namespace of the metrics
/// @param dimensions the dimensions with their values
/// @param values the values of each metric
/// @param units the unit of each metric
public record EmbeddedMetrics(
        String namespace, Map<String, String> dimensions, Map<String, List<Double>> values, Map<String, String> units) {
    /// The longest log event that every region takes; some regions take 1 MB.
    private static final int MOST_BYTES = 256 * 1024;

    /// The units of "MetricDatum" in the API reference that count or measure time.
    private static final Set<String> UNITS = Set.of("Count", "Milliseconds", "Microseconds", "Seconds", "None");

    private static final JsonMapper JSON = new JsonMapper();

    /// Reads a line.
    public static EmbeddedMetrics read(String line) {
        assertThat(line.getBytes(UTF_8).length).as("bytes").isLessThanOrEqualTo(MOST_BYTES);
        var root = JSON.readTree(line);
        var aws = root.path("_aws");
        assertThat(aws.propertyNames()).containsExactlyInAnyOrder("Timestamp", "CloudWatchMetrics");
        assertThat(aws.path("Timestamp").isIntegralNumber()).isTrue();
        assertThat(aws.path("CloudWatchMetrics").isArray()).isTrue();
        assertThat(aws.path("CloudWatchMetrics")).hasSize(1);
        return read(root, aws.path("CloudWatchMetrics").path(0));
    }

    private static EmbeddedMetrics read(JsonNode root, JsonNode directive) {
        assertThat(directive.propertyNames()).containsExactlyInAnyOrder("Namespace", "Dimensions", "Metrics");
        assertThat(directive.path("Namespace").isString()).isTrue();
        var metrics = directive.path("Metrics");
        assertThat(metrics.size()).as("definitions").isBetween(1, 100);
        var values = new HashMap<String, List<Double>>();
        var units = new HashMap<String, String>();
        for (var metric : metrics) {
            assertThat(metric.propertyNames()).isSubsetOf("Name", "Unit", "StorageResolution");
            var name = metric.path("Name").stringValue();
            assertThat(UNITS).contains(metric.path("Unit").stringValue());
            assertThat(values.put(name, values(root.path(name), name)))
                    .as("a metric twice")
                    .isNull();
            units.put(name, metric.path("Unit").stringValue());
        }
        return new EmbeddedMetrics(
                directive.path("Namespace").stringValue(), dimensions(root, directive), values, units);
    }

    private static Map<String, String> dimensions(JsonNode root, JsonNode directive) {
        var all = new HashMap<String, String>();
        for (var set : directive.path("Dimensions")) {
            assertThat(set.size()).as("dimensions of a set").isLessThanOrEqualTo(30);
            for (var name : set) {
                var value = root.path(name.stringValue()).stringValue();
                assertThat(value.length()).as("length of " + name).isBetween(1, 1024);
                all.put(name.stringValue(), value);
            }
        }
        return all;
    }

    private static List<Double> values(JsonNode target, String name) {
        var values = target.isArray()
                ? StreamSupport.stream(target.spliterator(), false).toList()
                : List.of(target);
        assertThat(values.size()).as("values of " + name).isBetween(1, 100);
        assertThat(values).as("values of " + name).allMatch(JsonNode::isNumber);
        return values.stream().map(JsonNode::doubleValue).toList();
    }
}
