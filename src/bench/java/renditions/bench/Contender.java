package renditions.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process whose start is measured.
///
/// @param name for people
/// @param command what starts it
/// @param variables its environment beside what all have
/// @param folder where it starts
record Contender(String name, List<String> command, Map<String, String> variables, Path folder) {
    /// What was made ready for this benchmark.
    static final Path ROOT = Path.of("target", "cold").toAbsolutePath();

    private static final Path NODE = ROOT.resolve("node");

    /// What the others are compared with: the handler in one file, as for production.
    static final Contender PEER = node("Node, bundled", "./bundled.mjs", Map.of());

    /// The handler with the SDK in its thousands of files, as npm installs it.
    private static final Contender UNBUNDLED = node("Node, not bundled", "./handler.mjs", Map.of());

    /// The function as the image starts it.
    static final Contender CACHED = java("Java with AOT cache", Map.of());

    private static final Contender PLAIN = java("Java, plain start", Map.of("AOT", "-Xshare:auto"));

    /// In the order of the table.
    static final List<Contender> ALL = List.of(
            PEER,
            UNBUNDLED,
            node("Node, bundled, no manifests", "./bundled.mjs", Map.of("MANIFESTS", "no")),
            CACHED,
            PLAIN);

    /// Those that are started with an S3 over TLS, too.
    static final List<Contender> OVER_TLS = List.of(PEER, UNBUNDLED, CACHED, PLAIN);

    private static Contender node(String name, String handler, Map<String, String> more) {
        return new Contender(name, List.of("node", "runtime.mjs", handler), more, NODE);
    }

    private static Contender java(String name, Map<String, String> more) {
        return new Contender(name, List.of(ROOT.resolve("task/start").toString()), more, ROOT);
    }
}
