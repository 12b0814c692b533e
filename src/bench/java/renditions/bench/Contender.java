package renditions.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process whose start is measured.
///
/// @param name for people
/// @param command the command that starts it
/// @param variables its environment, beside the variables that all have
/// @param folder its working directory
record Contender(String name, List<String> command, Map<String, String> variables, Path folder) {
    /// The folder with the files that were prepared for this benchmark.
    static final Path ROOT = Path.of("target", "cold").toAbsolutePath();

    /// The contender that the others are compared with: a handler for Node.js in one file, as for production.
    static final Contender PEER = new Contender(
            "Node, bundled", List.of("node", "runtime.mjs", "./bundled.mjs"), Map.of(), ROOT.resolve("node"));

    /// All contenders, in the order of the table: the peer, and the function as the image starts it, with and
    /// without the cache.
    static final List<Contender> ALL = List.of(
            PEER, java("Java with AOT cache", Map.of()), java("Java, plain start", Map.of("AOT", "-Xshare:auto")));

    private static Contender java(String name, Map<String, String> more) {
        return new Contender(name, List.of(ROOT.resolve("task/start").toString()), more, ROOT);
    }
}
