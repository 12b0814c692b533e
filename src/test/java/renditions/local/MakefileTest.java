package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands, in a folder with nothing but the Makefile: wrong values are refused before the first missing tool
/// is noticed.
class MakefileTest {
    /// The tool that is missing first.
    private static final String TOOLS = "jdk25";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws Exception {
        Files.copy(Path.of("Makefile"), folder.resolve("Makefile"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench BENCH=nonsense        | BENCH is 'nonsense', allowed: overhead, cancel, overload, memory",
                "bench BENCH=cancel;id       | BENCH is 'cancel;id', allowed: overhead, cancel, overload, memory",
                "bench-cold ROUNDS=ten       | ROUNDS is 'ten', allowed: a whole number from 1 to 9999",
                "bench-cold ROUNDS=0         | ROUNDS is '0', allowed: a whole number from 1 to 9999",
                "bench-cold ROUNDS=10000     | ROUNDS is '10000', allowed: a whole number from 1 to 9999",
                "bench-cold ROUNDS=1.5       | ROUNDS is '1.5', allowed: a whole number from 1 to 9999",
                "run RECEIVES=1001           | RECEIVES is '1001', allowed: a whole number from 1 to 1000",
                "run RECEIVES=-1             | RECEIVES is '-1', allowed: a whole number from 1 to 1000",
                "run EVENT=nowhere.json      | The event nowhere.json does not exist.",
                "run PHOTOS=nowhere          | The folder nowhere does not exist.",
                "sam-local EVENT=a$(id).json | The event a$(id).json does not exist.",
                "replay                      | MESSAGE is not set: make replay MESSAGE=<file> PHOTOS=<folder>",
                "replay MESSAGE=a$(id).json  | The message a$(id).json does not exist.",
                "replay MESSAGE=Makefile PHOTOS=nowhere | The folder nowhere does not exist.",
                "replay MESSAGE=Makefile EVENT=Makefile | EVENT is 'Makefile', which a replay does not take: give it as MESSAGE",
                "replay MESSAGE=Makefile RECEIVES=2 | RECEIVES is '2', which a replay does not take: it receives each message once",
                "run MESSAGE=Makefile        | MESSAGE is 'Makefile', which only make replay takes",
                "test CORPUS=nowhere         | The folder nowhere does not exist.",
                "test CORPUS=Makefile        | The folder Makefile does not exist.",
                "soak CORPUS=~/nowhere       | The folder ~/nowhere does not exist.",
                "libvips LIBVIPS=nowhere.so  | The library nowhere.so does not exist.",
            })
    void a_wrong_variable_is_refused_before_anything_is_built(String command, String sentence) throws Exception {
        assertThat(make(command)).contains(sentence + "\n").doesNotContain(TOOLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench",
                "bench BENCH=overload",
                "bench-cold",
                "bench-cold ROUNDS=1",
                "bench-cold ROUNDS=9999",
                "run",
                "run RECEIVES=1000",
                "run RECEIVES=999",
                "run EVENT=Makefile",
                "run PHOTOS=.",
                "run PHOTOS=~/nowhere",
                "replay MESSAGE=Makefile",
                "replay MESSAGE=~/nowhere PHOTOS=.",
                "sam-local EVENT=Makefile",
                "test CORPUS=.",
            })
    void what_may_be_right_goes_on(String command) throws Exception {
        assertThat(make(command)).contains(TOOLS).doesNotContain("allowed", "does not exist.");
    }

    /// In the environment it may mean something else.
    @Test
    void a_message_in_the_environment_is_none() throws Exception {
        assertThat(make("run", Map.of("MESSAGE", "hello"))).contains(TOOLS).doesNotContain("only make replay");
    }

    @Test
    void a_libvips_that_is_there_is_taken() throws Exception {
        assertThat(make("libvips LIBVIPS=Makefile")).doesNotContain("does not exist.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "soak"})
    void tests_are_all_or_those_of_a_pattern(String command) throws Exception {
        var told = "-n -o target/layer-x86_64.zip -o target/layer-arm64.zip LIBVIPS=Makefile " + command;

        assertThat(make(told)).contains(" verify ").doesNotContain("-Dtest=", "-Dit.test=");
        assertThat(make(told + " TESTS=Some*")).contains(" verify ", "-Dtest='Some*,!*IT' -Dit.test='Some*,!*Test' ");
    }

    /// The output of a command.
    ///
    /// @param command its words
    private String make(String command) throws Exception {
        return make(command, Map.of());
    }

    private String make(String command, Map<String, String> environment) throws Exception {
        var words = new ArrayList<>(List.of("make"));
        words.addAll(List.of(command.split(" ")));
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return printed;
    }
}
