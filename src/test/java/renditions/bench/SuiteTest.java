package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuiteTest {
    @Test
    void a_suite_is_found_by_the_name_that_it_says_to_repeat_it_with() {
        for (var suite : Suite.values()) {
            assertThat(Suite.of(suite.id())).isEqualTo(suite);
            assertThat(suite.repeat()).contains("BENCH=" + suite.id() + "`");
        }
    }

    @Test
    void make_allows_the_suites_that_there_are() throws IOException {
        var ids = Stream.of(Suite.values()).map(Suite::id).collect(Collectors.joining("|"));

        assertThat(Path.of("Makefile")).content().contains("allowed,BENCH," + ids + ",");
    }
}
