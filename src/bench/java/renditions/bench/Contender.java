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

    /// What the others are compared with: a handler for Node.js in one file, as for production.
    static final Contender PEER = new Contender(
            "Node, bundled", List.of("node", "runtime.mjs", "./bundled.mjs"), Map.of(), ROOT.resolve("node"));

    /// In the order of the table: the peer, and the function as the image starts it and without the cache.
    static final List<Contender> ALL = List.of(
            PEER, java("Java with AOT cache", Map.of()), java("Java, plain start", Map.of("AOT", "-Xshare:auto")));

    private static Contender java(String name, Map<String, String> more) {
        return new Contender(name, List.of(ROOT.resolve("task/start").toString()), more, ROOT);
    }
}
