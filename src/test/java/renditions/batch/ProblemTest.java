package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.batch.Problem.Severity;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({"RETRYABLE, true", "PERMANENT, false", "CRITICAL, true"})
    void another_try_helps_unless_it_gives_the_same_again(Severity severity, boolean retryable) {
        assertThat(Problem.of("CODE", "for the test", severity).retryable()).isEqualTo(retryable);
    }
}
