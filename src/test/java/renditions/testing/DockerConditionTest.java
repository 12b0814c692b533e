package renditions.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When tests with containers are skipped, and when that is a failure.
final class DockerConditionTest {
    @Test
    void a_test_runs_where_everything_is_there() {
        assertThat(DockerCondition.decide("A", Optional.empty(), Map.of("REQUIRE_DOCKER", "1"))
                        .isDisabled())
                .isFalse();
    }

    @Test
    void a_test_is_skipped_where_something_is_missing() {
        var decision = DockerCondition.decide("A", Optional.of("Docker does not answer"), Map.of());

        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason())
                .contains("A is skipped: Docker does not answer; REQUIRE_DOCKER=1 makes that a failure");
    }

    @Test
    void a_skip_is_a_failure_where_docker_is_required() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DockerCondition.decide(
                        "A", Optional.of("Docker does not answer"), Map.of("REQUIRE_DOCKER", "1")))
                .withMessage("A must run (REQUIRE_DOCKER=1), but Docker does not answer");
    }
}
