package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTest {
    @Test
    void a_suite_is_found_by_the_name_that_it_says_to_repeat_it_with() {
        for (var suite : Suite.values()) {
            assertThat(Suite.of(List.of(suite.id()))).containsExactly(suite);
            assertThat(suite.repeat()).contains("BENCH=" + suite.id() + "`");
        }
    }

    @Test
    void an_unknown_name_is_refused_with_those_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.of(List.of("cancel", "speed")))
                .withMessage("BENCH is 'speed', allowed: overhead, cancel, overload, memory");
    }
}
