package renditions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A way to log whose first line is measured.
///
/// @param name for people
/// @param says what its process prints
/// @param command what starts it
/// @param bytes of the jars that it adds to the function's
record LogContender(String name, Says says, List<String> command, long bytes) {
    /// What a process prints: nothing, or one line that holds what was logged.
    enum Says {
        NOTHING,
        TEXT,
        JSON
    }

    /// What is logged.
    static final String KEY = "1-mountain-lake.jpg";

    static final int ITEMS = 73;

    private static final Path BUILT = Path.of("target", "log");
    private static final Path SETTINGS = Path.of("src", "bench", "log", "settings");

    /// In the order of the table; what the others are compared with comes first.
    static List<LogContender> all() throws IOException {
        return List.of(
                java("nothing", Says.NOTHING, "nothing", ""),
                java("our own binding", Says.JSON, "ours", "", "renditions-log"),
                java("slf4j-simple, text", Says.TEXT, "slf4j", "", "slf4j-simple"),
                java("logback, JsonEncoder, configured in code", Says.JSON, "slf4j", "logback-code", "logback-"),
                java("logback, JsonEncoder, configured in XML", Says.JSON, "slf4j", "logback-xml", "logback-"),
                java("logback, logstash-logback-encoder", Says.JSON, "slf4j", "logstash", "logback-", "logstash-"),
                java("log4j2, JsonTemplateLayout", Says.JSON, "slf4j", "log4j2", "log4j-"),
                java("Lambda's context.getLogger()", Says.JSON, "context", ""),
                java("aws-embedded-metrics", Says.JSON, "metrics", "", "aws-", "commons-", "jackson-", "javatuples-"));
    }

    private static LogContender java(String name, Says says, String way, String settings, String... jars)
            throws IOException {
        var own = new ArrayList<Path>();
        for (var prefix : jars) {
            own.addAll(jars("lib", prefix));
        }
        var all = new ArrayList<>(own);
        all.addAll(jars("function", ""));
        all.add(SETTINGS.resolve(settings));
        var classPath = all.stream().map(Path::toString).collect(Collectors.joining(":"));
        return new LogContender(name, says, command(classPath, way), bytes(own));
    }

    private static List<String> command(String classPath, String way) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var event = "{\"key\": \"%s\", \"items\": %d}".formatted(KEY, ITEMS);
        return List.of(
                "taskset",
                "-c",
                "0",
                java,
                "@src/image/java.options",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath,
                "renditions.bench.log.FirstLine",
                way,
                event);
    }

    private static List<Path> jars(String folder, String prefix) throws IOException {
        try (var files = Files.list(BUILT.resolve(folder))) {
            var found = files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IOException("no jar begins with " + prefix + " in " + BUILT.resolve(folder));
            }
            return found;
        }
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (var file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
