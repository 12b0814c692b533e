package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.runtime.BrokenFunction.Vice;
import renditions.runtime.Trial.Verdict;
import renditions.runtime.Violation.Promise;

/// The judge notices the faults of a function, behind the real runtime client.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class BrokenFunctionIT {
    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);

    private static Trial trial;

    @BeforeAll
    static void begin() {
        trial = new Trial(BrokenFunction.class, Map.of());
    }

    @AfterAll
    static void end() {
        trial.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACKNOWLEDGES_THE_UNFINISHED | NOTHING_LOST   | m was acknowledged, but /renditions/renditions/",
                "CLAIMS_WHAT_IS_NOT_THERE    | NOTHING_LOST   | m was acknowledged, but the manifest of CLAIMS",
                "REPORTS_THE_FINISHED        | NOTHING_WASTED | m was done and reported: REPORTS_THE_FINISHED",
                "THROWS                      | READABLE       | it threw {\"errorMessage\":\"as the test wants it\"",
                "EXITS                       | READABLE       | the process ended by itself with code 3"
            })
    void a_broken_promise_is_named(Vice vice, Promise promise, String words) throws Exception {
        assertThat(invoke(vice, AMPLE).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.promise()).isEqualTo(promise);
            assertThat(violation.words()).startsWith(words);
        });
    }

    @Test
    void a_late_answer_is_named_and_its_process_killed_and_replaced() throws Exception {
        for (var verdict : List.of(invoke(Vice.ANSWERS_LATE, SHORT), invoke(Vice.ANSWERS_LATE, SHORT))) {
            assertThat(verdict.invocation().status()).isInstanceOf(InvocationStatus.TimedOut.class);
            assertThat(verdict.violations())
                    .containsExactly(new Violation(Promise.ON_TIME, "nothing came; the process was killed"));
        }
    }

    @Test
    void a_write_after_the_answer_is_named() throws Exception {
        assertThat(invoke(Vice.WRITES_AFTER_THE_ANSWER, AMPLE).violations()).isEmpty();

        var late = new ArrayList<Violation>();
        Awaitility.await().pollInSameThread().atMost(AMPLE).until(() -> {
            late.addAll(trial.lateWrites());
            return late.size()
                    == Trial.PLACES.all(Vice.WRITES_AFTER_THE_ANSWER.name()).size();
        });

        assertThat(late).extracting(Violation::promise).containsOnly(Promise.NOTHING_LATER);
        assertThat(late.getFirst().words()).matches("PUT /renditions/\\S+/small.webp began \\d+ ms after the answer");
    }

    @Test
    void a_process_that_ends_between_two_invocations_is_replaced() throws Exception {
        assertThat(invoke(Vice.EXITS_AFTER_THE_ANSWER, AMPLE).violations()).isEmpty();
        Awaitility.await().pollInSameThread().atMost(AMPLE).until(() -> !trial.isAlive());

        assertThat(invoke(Vice.NONE, AMPLE).violations()).isEmpty();
    }

    @Test
    void who_keeps_every_promise_is_not_blamed() throws Exception {
        var verdict = invoke(Vice.NONE, AMPLE);

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.acknowledged()).containsExactly("m");
    }

    private static Verdict invoke(Vice vice, Duration timeout) throws InterruptedException {
        var upload = trial.upload(vice.name(), new byte[1]);
        return trial.invoke(List.of(Message.announcing("m", List.of(upload), false)), timeout);
    }
}
