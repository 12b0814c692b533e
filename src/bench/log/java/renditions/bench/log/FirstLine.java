package renditions.bench.log;

import com.amazonaws.services.lambda.runtime.api.client.logging.LambdaContextLogger;
import com.amazonaws.services.lambda.runtime.api.client.logging.StdOutLogSink;
import com.amazonaws.services.lambda.runtime.logging.LogFormat;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import renditions.json.Json;
import renditions.log.Log;
import software.amazon.cloudwatchlogs.emf.logger.MetricsLogger;
import software.amazon.cloudwatchlogs.emf.model.Unit;
import tools.jackson.databind.JsonNode;

/// Reads a JSON text, as the function has by the time it logs, logs one line about it and ends. Each way to log is a
/// class of its own, so that only the one which is taken is loaded.
public final class FirstLine {
    private FirstLine() {}

    /// @param arguments the way to log, and the JSON text: `key` is a string, `items` an integer
    public static void main(String[] arguments) throws Exception {
        var event = Json.read(arguments[1]);
        switch (arguments[0]) {
            case "nothing" -> {}
            case "slf4j" -> Slf4j.log(event);
            case "ours" -> Ours.log(event);
            case "context" -> Context.log(event);
            case "metrics" -> Metrics.log(event);
            default -> throw new IllegalArgumentException("no way to log: " + arguments[0]);
        }
        Runtime.getRuntime().halt(0); // Lambda freezes a process; it does not end it in order
    }

    private static final class Slf4j {
        static void log(JsonNode event) {
            LoggerFactory.getLogger("renditions.bench")
                    .atInfo()
                    .addKeyValue("key", event.get("key").stringValue())
                    .addKeyValue("items", event.get("items").intValue())
                    .log("a batch ended");
        }
    }

    private static final class Ours {
        /// Until the thread that writes has written it.
        static void log(JsonNode event) {
            Slf4j.log(event);
            Log.lines().write(new byte[0], Duration.ofSeconds(10));
        }
    }

    private static final class Context {
        /// Knows no fields: they are part of the text.
        static void log(JsonNode event) {
            var key = event.get("key").stringValue();
            var text =
                    "a batch ended: key=" + key + " items=" + event.get("items").intValue();
            new LambdaContextLogger(new StdOutLogSink(), LogLevel.INFO, LogFormat.JSON).log(text, LogLevel.INFO);
        }
    }

    private static final class Metrics {
        static void log(JsonNode event) throws Exception {
            var metrics = new MetricsLogger();
            metrics.putProperty("key", event.get("key").stringValue());
            metrics.putMetric("items", event.get("items").intValue(), Unit.COUNT);
            metrics.flush();
        }
    }
}
