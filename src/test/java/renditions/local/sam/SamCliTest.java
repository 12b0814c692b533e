package renditions.local.sam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding and running the command; small scripts play it.
final class SamCliTest {
    @TempDir
    private Path folder;

    @Test
    void the_first_release_with_java25_serves() throws Exception {
        assertThat(SamCli.found(path("echo SAM CLI, version 1.146.0")).program())
                .isEqualTo(folder.resolve("sam"));
        assertThat(SamCli.found(path("echo SAM CLI, version 2.0.1")).program()).isExecutable();
    }

    @Test
    void what_is_missing_or_too_old_is_refused_with_one_sentence() throws IOException {
        refused("SAM CLI is missing, there is no 'sam' on the PATH: ", Map.of("PATH", folder.toString()));
        refused("SAM CLI is missing", Map.of());
        refused("SAM CLI 1.145 does not know the runtime java25: install 1.146 or newer", path("echo version 1.145.9"));
        refused(
                "'" + folder.resolve("sam") + " --version' does not say which version it is",
                path("echo hello; exit 3"));
    }

    @Test
    void output_is_the_answer_and_standard_error_is_heard_as_it_comes() throws Exception {
        var heard = new ByteArrayOutputStream();

        var invoked = SamCli.onPath(path("echo building >&2; echo \"{$1 $KEY}\"; exit 4"))
                .map(program -> new SamCli(program, Map.of("KEY", "k")))
                .orElseThrow()
                .run(List.of("a b"), new PrintStream(heard, true));

        assertThat(invoked).isEqualTo(new SamCli.Invoked(4, "{a b k}\n"));
        assertThat(heard).hasToString("building\n");
    }

    private static void refused(String sentence, Map<String, String> environment) {
        assertThatThrownBy(() -> SamCli.found(environment))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(sentence);
    }

    private Map<String, String> path(String script) throws IOException {
        var sam = Files.writeString(folder.resolve("sam"), "#!/bin/sh\n" + script + "\n");
        assertThat(sam.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", "/nowhere:" + folder);
    }
}
