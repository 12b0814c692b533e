package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.batch.Schedule.Event;
import renditions.batch.Schedule.Script;

/// What an item's failure means for the others, in virtual time.
class FailurePolicyTest {
    private static final Outcome<Integer> PERMANENT =
            new Outcome.Failed<>(Problem.of("CODE", "for the test", Severity.PERMANENT));
    private static final Outcome<Integer> CRITICAL =
            new Outcome.Failed<>(Problem.of("CODE", "for the test", Severity.CRITICAL));

    @Test
    void fail_fast_stops_at_the_first_failure_and_reports_it_first() {
        var scripts =
                List.of(Script.exact(50, done(0), 0), Script.exact(10, PERMANENT, 0), Script.exact(50, done(2), 0));

        var schedule = new Schedule(scripts, FailurePolicy.FAIL_FAST, new Deadline(1000, 1100), 2).play();

        assertThat(schedule.report.firstFailure()).hasValue(1);
        assertThat(schedule.report.outcomes()).noneMatch(Outcome::acknowledged);
        assertThat(schedule.report.outcomes().get(2)).isEqualTo(new Outcome.NotStarted<>(new Reason.StoppedBy(1)));
        assertThat(schedule.report.failure(Reason::toString).orElseThrow())
                .hasMessageStartingWith("3 of 3 items are not done; item 2: CODE, for the test; item 1: ");
    }

    @Test
    void after_the_first_failure_the_rest_has_the_grace_to_stop_and_no_more() {
        var ignores = new Script(900, Cost.NONE, done(0), 0, Long.MAX_VALUE);
        var scripts = List.of(ignores, Script.exact(10, PERMANENT, 0));

        var schedule = new Schedule(scripts, FailurePolicy.FAIL_FAST, new Deadline(1000, 1100), 2).play();

        assertThat(schedule.sealedAt).isEqualTo(10 + 100);
        assertThat(schedule.report.deadline()).as("what held in the end").isEqualTo(new Deadline(10, 10 + 100));
        assertThat(schedule.report.stillRunning()).isEqualTo(1);
        assertThat(schedule.report.outcomes().getFirst()).isEqualTo(new Outcome.NotFinished<>(new Reason.StoppedBy(1)));
    }

    @Test
    void a_failure_during_the_grace_does_not_prolong_it() {
        var ignores = new Script(900, Cost.NONE, done(0), 0, Long.MAX_VALUE);
        var fails = new Script(150, Cost.NONE, PERMANENT, 0, Long.MAX_VALUE);

        var schedule = new Schedule(List.of(ignores, fails), FailurePolicy.FAIL_FAST, new Deadline(100, 200), 2).play();

        assertThat(schedule.sealedAt).isEqualTo(200);
    }

    @Test
    void stop_on_critical_goes_on_after_an_ordinary_failure() {
        var scripts = List.of(
                Script.exact(10, PERMANENT, 0),
                Script.exact(10, done(1), 0),
                Script.exact(10, CRITICAL, 0),
                Script.exact(10, done(3), 0));

        var schedule = new Schedule(scripts, FailurePolicy.STOP_ON_CRITICAL, new Deadline(1000, 1100), 1).play();

        assertThat(schedule.report.outcomes().get(1).acknowledged()).isTrue();
        assertThat(schedule.starts()).extracting(Event::item).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource(FailurePolicy.class)
    void a_quarantined_item_stops_neither_its_batch_nor_its_group(FailurePolicy policy) {
        var problem = Problem.of("CODE", "for the test", Severity.PERMANENT);
        var scripts =
                List.of(Script.exact(10, new Outcome.Quarantined<>(problem, "here"), 0), Script.exact(10, done(1), 0));

        var schedule = new Schedule(scripts, policy, new Deadline(1000, 1100), 1).play();

        assertThat(schedule.report.outcomes()).allMatch(Outcome::acknowledged);
        assertThat(schedule.report.firstFailure()).isEmpty();
        assertThat(schedule.report.failure(Reason::toString)).isEmpty();
    }

    @Test
    void a_failure_stops_its_group_and_no_other() {
        var scripts = List.of(
                Script.exact(10, done(0), 0),
                Script.exact(10, PERMANENT, 1),
                Script.exact(10, done(2), 0),
                Script.exact(10, done(3), 1),
                Script.exact(10, done(4), 0));

        var schedule = new Schedule(scripts, FailurePolicy.ORDERED, new Deadline(1000, 1100), 8).play();

        assertThat(schedule.report.outcomes())
                .filteredOn(Outcome::acknowledged)
                .containsExactly(done(0), done(2), done(4));
        assertThat(schedule.report.outcomes().get(3)).isEqualTo(new Outcome.NotStarted<>(new Reason.Behind(1)));
    }

    @Test
    void an_item_that_does_not_fit_is_tried_when_nothing_runs_and_those_behind_it_in_its_group_wait() {
        var scripts =
                List.of(Script.exact(500, done(0), 7), Script.exact(10, done(1), 8), Script.exact(10, done(2), 7));

        var schedule = new Schedule(scripts, FailurePolicy.ORDERED, new Deadline(100, 150), 8).play();

        assertThat(schedule.starts()).extracting(Event::item).containsExactly(1, 0);
        assertThat(schedule.report.outcomes().get(2)).isEqualTo(new Outcome.NotStarted<>(new Reason.NoTimeLeft()));
        assertThat(schedule.sealedAt).isEqualTo(100);
    }

    @Test
    void what_fits_exactly_is_started_and_what_was_deferred_is_refused_with_the_rest() {
        var scripts = List.of(
                new Script(10, new Cost(100, 0), PERMANENT, 0, 0),
                Script.exact(500, done(1), 0),
                Script.exact(500, done(2), 0));

        var schedule = new Schedule(scripts, FailurePolicy.FAIL_FAST, new Deadline(100, 150), 2).play();

        assertThat(schedule.starts()).extracting(Event::item).containsExactly(0);
        assertThat(schedule.report.outcomes().subList(1, 3))
                .containsOnly(new Outcome.NotStarted<>(new Reason.StoppedBy(0)));
    }
}
