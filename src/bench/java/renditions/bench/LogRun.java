package renditions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import renditions.bench.LogContender.Says;
import renditions.json.Json;
import tools.jackson.core.JacksonException;

/// One start of one process that logs one line and ends. No other process of this one may end meanwhile.
///
/// @param output a file for what it prints
record LogRun(Path output) {
    private static final int TIMEOUT_SECONDS = 60;

    /// Starts it.
    ///
    /// @return the processor time of all its threads, in milliseconds
    /// @throws IllegalStateException when it prints something else than it should, or does not end well
    double of(LogContender contender) throws IOException, InterruptedException {
        double before = ChildTime.millis();
        var process = builder(contender).start();
        try {
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            double took = ChildTime.millis() - before;
            var printed = Files.readString(output);
            if (!ended || !isAsItShould(contender.says(), printed)) {
                throw new IllegalStateException("%s was to print %s and end with 0, but printed: %s"
                        .formatted(contender.name(), contender.says(), printed));
            }
            return took;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private ProcessBuilder builder(LogContender contender) {
        var builder = new ProcessBuilder(contender.command())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().retainAll(Set.of("PATH"));
        builder.environment().putAll(Map.of("AWS_LAMBDA_FUNCTION_NAME", "renditions", "LC_ALL", "C.UTF-8"));
        return builder;
    }

    private static boolean isAsItShould(Says says, String printed) {
        return switch (says) {
            case NOTHING -> printed.isEmpty();
            case TEXT -> isLine(printed);
            case JSON -> isLine(printed) && isObject(printed);
        };
    }

    private static boolean isLine(String printed) {
        return printed.lines().count() == 1
                && printed.contains(LogContender.KEY)
                && printed.contains(Integer.toString(LogContender.ITEMS));
    }

    private static boolean isObject(String line) {
        try {
            return Json.read(line).isObject();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
