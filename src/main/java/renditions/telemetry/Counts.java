package renditions.telemetry;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.slf4j.event.Level;
import renditions.log.Line;

/// What an invocation without items counted: a line of the log whose counts are metrics.
///
/// @param message for people
/// @param counts the metrics by their names, in the order of the line
public record Counts(Request request, Level level, String message, SequencedMap<String, Long> counts) {
    public Counts {
        counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
    }

    /// The line.
    byte[] line(Instant at) {
        var line = Line.of(at, level, message)
                .put("requestId", Line.bounded(request.id()))
                .put("functionVersion", Line.bounded(request.version()));
        var fields = new MetricFields(line, at, request.function());
        counts.forEach(fields::count);
        return Line.bytes(line);
    }
}
