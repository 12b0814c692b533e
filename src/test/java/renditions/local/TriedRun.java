package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import renditions.local.report.Terminal;

/// Runs of `make run` that print into memory, with the libvips of the tests and one small rendition.
final class TriedRun {
    /// The contact sheet of the last run. Two processes of tests run side by side.
    static final Path SHEET = Path.of(
            "target", "runtime", "contact-sheet-" + ProcessHandle.current().pid() + ".html");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""), "RENDITIONS", "[{\"name\":\"s\",\"width\":64}]"));

    /// One run.
    ///
    /// @return its exit code
    int of(String... arguments) throws Exception {
        var screen = new Terminal(false, false, true);
        var results = new PrintStream(out, true, UTF_8);
        return new LocalRun(results, new PrintStream(err, true, UTF_8), screen, environment, SHEET)
                .run(List.of(arguments));
    }

    /// What all runs printed.
    String out() {
        return out.toString(UTF_8);
    }

    /// Their progress and their complaints.
    String err() {
        return err.toString(UTF_8);
    }

    /// Forgets the complaints.
    void forgetErr() {
        err.reset();
    }

    /// The variables of the runs that follow.
    Map<String, String> environment() {
        return environment;
    }
}
