package renditions.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `make deploy`: what it hands to SAM CLI, and what it refuses. A small script plays SAM CLI and notes its arguments.
final class DeployTest {
    @TempDir
    private Path folder;

    private record Ended(int status, String words) {}

    @BeforeEach
    void sam_knows_no_such_stack() throws IOException {
        sam("[ \"$1\" != list ] || { echo 'The input stack renditions does not exist' >&2; exit 1; }");
    }

    /// SAM CLI's own parser says what it reads from the arguments.
    @Test
    void parameters_arrive_whole() throws Exception {
        var list = "CacheControl=\"public, max-age=60\" AlarmEmail=\"\"\nReprocessSchedule='cron(0 3 * * ? *)' Pays=5$";
        assertThat(deploy("PARAMETERS=" + list)).isEqualTo(new Ended(0, ""));

        var given = option("--parameter-overrides");
        assertThat(SamParser.onPath().overrides(given))
                .isEqualTo(Map.of(
                        "CacheControl", "public, max-age=60",
                        "AlarmEmail", "",
                        "ReprocessSchedule", "cron(0 3 * * ? *)",
                        "Pays", "5$"));
    }

    @Test
    void a_file_of_parameters_is_read_by_sam() throws Exception {
        var file = Files.writeString(folder.resolve("my.yaml"), "CacheControl: public, max-age=60\n");
        assertThat(deploy("PARAMETERS=file://" + file)).isEqualTo(new Ended(0, ""));

        assertThat(SamParser.onPath().overrides(option("--parameter-overrides")))
                .isEqualTo(Map.of("CacheControl", "public, max-age=60"));
    }

    /// SAM CLI would drop a part of each without a word.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CacheControl=public, max-age=60",
                "AlarmEmail=",
                "Cache-Control=none",
                "CacheControl=\"public",
                "BucketPrefix",
                "KeyPattern=a\\ b"
            })
    void what_sam_would_not_read_whole_is_refused(String parameters) throws Exception {
        var ended = deploy("PARAMETERS=" + parameters);

        assertThat(ended.status()).isNotZero();
        assertThat(ended.words()).startsWith("PARAMETERS is '" + parameters + "', allowed: Name=value, ");
        assertThat(calls()).isEmpty();
    }

    @Test
    void the_stack_has_its_name_and_nothing_is_asked() throws Exception {
        assertThat(deploy("STACK=my-stack")).isEqualTo(new Ended(0, ""));

        assertThat(calls())
                .containsExactly(
                        "list",
                        "stack-outputs",
                        "--stack-name",
                        "my-stack",
                        "--output",
                        "json",
                        "deploy",
                        "--stack-name",
                        "my-stack",
                        "--no-confirm-changeset");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ASK=maybe | ASK is 'maybe', allowed: yes, no
            ASK=yes   | There is no terminal, so nobody can be asked. To deploy without asking: make deploy ASK=no
            """)
    void what_cannot_be_asked_is_refused(String ask, String words) throws Exception {
        var ended = make("deploy", ask);

        assertThat(ended.status()).isNotZero();
        assertThat(ended.words()).startsWith(words + "\n");
        assertThat(calls()).isEmpty();
    }

    @Test
    void without_credentials_nothing_is_built_and_sams_words_are_shown() throws Exception {
        sam("echo 'Error: Unable to locate credentials' >&2; exit 1");
        var ended = deploy("STACK=my-stack");

        assertThat(ended.status()).isNotZero();
        assertThat(ended.words())
                .startsWith(
                        "Error: Unable to locate credentials\nCloudFormation does not answer: see that credentials");
        assertThat(calls()).startsWith("list").doesNotContain("deploy");
    }

    @Test
    void an_image_has_the_architecture_of_this_machine_beside_the_users_parameters() throws Exception {
        assertThat(make("deploy-image", "ASK=no", "PARAMETERS=LogLevel=WARN")).isEqualTo(new Ended(0, ""));

        assertThat(SamParser.onPath().overrides(option("--parameter-overrides")))
                .containsEntry("LogLevel", "WARN")
                .containsKey("Architecture");
        assertThat(option("--template-file")).startsWith("target/template-image.yaml");
    }

    private void sam(String script) throws IOException {
        var sam = Files.writeString(
                folder.resolve("sam"),
                "#!/bin/sh\nprintf '%s\\0' \"$@\" >>'" + folder.resolve("calls") + "'\n" + script + "\n");
        assertThat(sam.toFile().setExecutable(true)).isTrue();
    }

    private Ended deploy(String variable) throws Exception {
        return make("deploy", "ASK=no", variable);
    }

    /// Runs `make` as if everything were built.
    private Ended make(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("make", "-s", "--no-print-directory", "-o", "package", "-o", "image"));
        command.addAll(List.of(arguments));
        var make = new ProcessBuilder(command).redirectErrorStream(true);
        make.environment().keySet().removeIf(name -> name.matches("MAKE.*|MFLAGS|STACK|PARAMETERS|ASK|FIXED"));
        make.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        var process = make.start();
        process.getOutputStream().close();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), words);
    }

    /// The arguments of all calls of SAM CLI.
    private List<String> calls() throws IOException {
        var file = folder.resolve("calls");
        return Files.exists(file) ? Arrays.asList(Files.readString(file).split("\0")) : List.of();
    }

    /// The arguments of the last call that follow an option, to the end.
    private List<String> option(String name) throws IOException {
        var calls = calls();
        assertThat(calls).contains(name);
        return calls.subList(calls.lastIndexOf(name) + 1, calls.size());
    }
}
