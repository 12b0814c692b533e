package renditions.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a function's process printed. Beside the lines of its log there may be words of the Java runtime.
final class LogFile {
    private static final JsonMapper JSON = new JsonMapper();

    private LogFile() {}

    /// All lines of the log, in their order.
    static List<JsonNode> lines(Path output) throws IOException {
        try (var lines = Files.lines(output)) {
            return lines.filter(line -> line.startsWith("{"))
                    .map(JSON::readTree)
                    .toList();
        }
    }

    /// The records of invocations among them.
    static List<JsonNode> records(Path output) throws IOException {
        return lines(output).stream().filter(line -> line.has("_aws")).toList();
    }
}
