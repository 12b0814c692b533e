package renditions.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import renditions.testing.EmbeddedMetrics;

/// The line of an invocation without items.
final class CountsTest {
    @Test
    void the_line_says_what_was_counted_and_cloudwatch_reads_it() {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("FoundMissing", 3L);
        counts.put("MessagesSent", 2L);
        var request = new Request("r-1", "reprocess", "7");

        var line = new String(
                new Counts(request, Level.INFO, "found 3", counts).line(Instant.parse("2026-03-01T12:00:00Z")), UTF_8);

        assertThat(line)
                .startsWith("{\"timestamp\":\"2026-03-01T12:00:00Z\",\"level\":\"INFO\",\"message\":\"found 3\","
                        + "\"requestId\":\"r-1\",\"functionVersion\":\"7\"")
                .endsWith("\n");
        assertThat(EmbeddedMetrics.read(line))
                .isEqualTo(new EmbeddedMetrics(
                        "Renditions",
                        Map.of("FunctionName", "reprocess"),
                        Map.of("FoundMissing", List.of(3.0), "MessagesSent", List.of(2.0)),
                        Map.of("FoundMissing", "Count", "MessagesSent", "Count")));
    }
}
