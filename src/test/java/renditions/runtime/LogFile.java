package renditions.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The output of a function's process. Beside the lines of its log it may have output of the Java runtime.
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

    /// The records of invocations.
    static List<JsonNode> records(Path output) throws IOException {
        return lines(output).stream().filter(line -> line.has("_aws")).toList();
    }
}
