package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.bench.LogContender.Says;

class LogRunTest {
    private static final String LINE = "{\"key\":\"%s\",\"items\":%d}".formatted(LogContender.KEY, LogContender.ITEMS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOTHING | :
            TEXT    | echo "$LINE"
            TEXT    | echo "text $LINE" >&2
            JSON    | echo "$LINE"
            """)
    void a_process_that_says_what_it_should_is_measured(Says says, String script) throws Exception {
        assertThat(run(says, script)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOTHING | echo "$LINE"
            TEXT    | :
            TEXT    | echo 1-mountain-lake.jpg
            TEXT    | echo 73
            TEXT    | echo "$LINE"; echo "log4j:WARN no appender"
            TEXT    | echo "$LINE"; exit 1
            JSON    | :
            JSON    | echo "text $LINE"
            JSON    | echo "${LINE%?}"
            JSON    | echo "[$LINE]"
            JSON    | echo "$LINE"; kill -9 $$
            """)
    void one_that_does_not_is_an_error_and_no_number(Says says, String script) {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(says, script))
                .withMessageContainingAll("a contender", says.name());
    }

    @Test
    void the_time_is_what_its_processor_worked_and_not_what_its_clock_showed() throws Exception {
        double idle = run(Says.NOTHING, "sleep 0.5");
        double busy = run(Says.NOTHING, "i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done");
        assertThat(busy).isGreaterThan(2 * idle);
    }

    private double run(Says says, String script) throws Exception {
        var command = List.of("sh", "-c", "LINE='" + LINE + "'; " + script);
        return new LogRun(folder.resolve("output")).of(new LogContender("a contender", says, command, 0));
    }
}
