package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import renditions.lambda.RenditionsFunction;

/// What a new process gets ready for its first invocation: nothing that no picture needs. Each of these took
/// milliseconds of a cold start (docs/decisions.md).
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class FirstInvocationIT {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    /// A line of the JVM's log for each class that it initialises.
    private static final Pattern INITIALISED = Pattern.compile("Initializing '([^']+)'");

    private static Set<String> classes;

    @BeforeAll
    static void invoke(@TempDir Path folder) throws Exception {
        var log = folder.resolve("classes");
        try (var trial = new Trial(RenditionsFunction.class, logging(log))) {
            var upload = trial.upload("a/a.jpg", new Photos().photo(6));
            var verdict = trial.invoke(List.of(Message.announcing("a", List.of(upload), false)), AMPLE);
            assertThat(verdict.acknowledged()).containsExactly("a");
        }
        classes = initialised(log);
    }

    @Test
    void no_mapper_of_json_to_classes_and_dates() {
        assertThat(classes)
                .contains("renditions/json/Json", "tools/jackson/databind/node/ObjectNode")
                .doesNotContain("tools/jackson/databind/json/JsonMapper", "tools/jackson/databind/util/StdDateFormat");
    }

    /// Numbers in texts take the one, hash codes of records the other.
    @Test
    void no_locale_data_and_no_code_for_records() {
        assertThat(classes).doesNotContain("java/text/DecimalFormatSymbols", "java/lang/runtime/ObjectMethods");
    }

    /// The JVM makes such a class for each combination of types that C functions are called with.
    @Test
    void no_more_kinds_of_native_calls_than_numbers_and_pointers_make() {
        assertThat(classes)
                .filteredOn(name -> name.startsWith("jdk/internal/foreign/abi/DowncallStub"))
                .hasSize(1);
    }

    /// The JVM makes such a class when memory is first copied from or to an array, to tell which kind of array it is.
    @Test
    void no_code_that_tells_kinds_of_arrays_apart() {
        assertThat(classes).noneMatch(name -> name.startsWith("jdk/internal/foreign/Utils$BaseAndScale$$TypeSwitch"));
    }

    /// The SDK makes these for bodies that it sends in chunks.
    @Test
    void no_chunks_of_bodies() {
        assertThat(classes).noneMatch(name -> name.contains("chunkedencoding/Chunked"));
    }

    /// Has a process log them there.
    static Map<String, String> logging(Path log) {
        return Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+init=info:file=" + log);
    }

    /// The classes, with `/` between their packages, that a process has initialised according to its log.
    static Set<String> initialised(Path log) throws IOException {
        return INITIALISED
                .matcher(Files.readString(log))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
    }
}
