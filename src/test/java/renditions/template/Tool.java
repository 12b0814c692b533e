package renditions.template;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Commands that a test needs and that a machine may lack.
final class Tool {
    private Tool() {}

    /// The file of a command on the path.
    static Optional<Path> named(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The tool. Without it the test is skipped with one line; `REQUIRE_DOCKER=1` makes that a failure.
    ///
    /// @param how what is not tested without it, and how to get it
    static <T> T required(Optional<T> tool, String how) {
        if (tool.isEmpty() && "1".equals(System.getenv("REQUIRE_DOCKER"))) {
            fail(how + ", and REQUIRE_DOCKER=1 lets nothing be skipped");
        }
        if (tool.isEmpty()) {
            System.out.println(how);
            Assumptions.abort(how);
        }
        return tool.orElseThrow();
    }
}
