package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.batch.Schedule.Event;
import renditions.batch.Schedule.Script;
import renditions.testing.Soak;

/// The decisions of a batch, in virtual time.
class DispatchTest {
    private static final int BATCHES = Soak.times(40_000, 2_000_000);
    private static final Problem PERMANENT = Problem.of("CODE", "for the test", Problem.Severity.PERMANENT);
    private static final Problem CRITICAL = Problem.of("CODE", "for the test", Problem.Severity.CRITICAL);

    @Test
    void whatever_happens_every_item_is_acknowledged_or_reported_and_never_wrongly() {
        LongStream.range(0, BATCHES).forEach(seed -> {
            var schedule = Schedule.random(seed).play();
            try {
                check(schedule);
            } catch (AssertionError failed) {
                throw new AssertionError("seed " + seed + ", policy " + schedule.policy, failed);
            }
        });
    }

    private static void check(Schedule schedule) {
        var outcomes = schedule.report.outcomes();
        assertThat(outcomes).hasSize(schedule.scripts.size());
        assertThat(schedule.outcomesInTheEnd())
                .as("after the seal nothing changes")
                .isEqualTo(outcomes);
        assertThat(schedule.sealedAt).as("on time").isLessThanOrEqualTo(Math.max(0, schedule.deadline.sealAt()));
        var truth = new HashMap<Integer, Outcome<Integer>>();
        schedule.trail.stream()
                .limit(schedule.eventsAtSeal)
                .filter(event -> !event.start())
                .forEach(event -> truth.put(event.item(), event.outcome()));
        for (int item = 0; item < outcomes.size(); item++) {
            var ended = truth.get(item);
            if (ended == null) {
                assertThat(outcomes.get(item).acknowledged())
                        .as("item %d never ended", item)
                        .isFalse();
            } else {
                assertThat(outcomes.get(item)).as("item %d ended in time", item).isEqualTo(ended);
            }
        }
        checkStarts(schedule);
        checkPolicy(schedule);
    }

    private static void checkStarts(Schedule schedule) {
        var started = new HashSet<Integer>();
        for (var event : starts(schedule)) {
            assertThat(started.add(event.item()))
                    .as("item %d starts once", event.item())
                    .isTrue();
            long end = event.at()
                    + event.backlog()
                    + schedule.scripts.get(event.item()).expected().nanos();
            assertThat(end)
                    .as("item %d is expected to be done", event.item())
                    .isLessThanOrEqualTo(schedule.deadline.cancelAt());
        }
        for (int item = 0; item < schedule.scripts.size(); item++) {
            if (!started.contains(item)) {
                assertThat(schedule.report.outcomes().get(item)).isInstanceOf(Outcome.NotStarted.class);
            }
        }
    }

    private static void checkPolicy(Schedule schedule) {
        boolean stopped = false;
        var running = new HashSet<Integer>();
        var refused = new HashSet<Integer>();
        for (var event : schedule.trail) {
            int group = schedule.scripts.get(event.item()).group();
            if (event.start()) {
                assertThat(stopped).as("nothing starts after the end").isFalse();
                if (schedule.policy == FailurePolicy.ORDERED) {
                    assertThat(running.add(group))
                            .as("one of a group at a time")
                            .isTrue();
                    assertThat(refused).as("a failure stops its group").doesNotContain(group);
                }
            } else {
                running.remove(group);
                if (!event.outcome().acknowledged()) {
                    refused.add(group);
                }
                stopped |= schedule.policy.stopsAll(event.outcome());
            }
        }
        if (schedule.policy == FailurePolicy.ORDERED) {
            var last = new HashMap<Integer, Integer>();
            for (var event : starts(schedule)) {
                var before = last.put(schedule.scripts.get(event.item()).group(), event.item());
                assertThat(before == null || before < event.item())
                        .as("in order inside a group")
                        .isTrue();
            }
        }
    }

    private static List<Event> starts(Schedule schedule) {
        return schedule.trail.stream().filter(Event::start).toList();
    }

    @ParameterizedTest
    @EnumSource
    void with_ample_time_everything_is_done_in_order(FailurePolicy policy) {
        var scripts = IntStream.range(0, 30)
                .mapToObj(item -> script(5, done(item), item % 3))
                .toList();

        var schedule = new Schedule(scripts, policy, new Deadline(10_000, 10_100), 4).play();

        assertThat(schedule.report.outcomes()).allMatch(Outcome::acknowledged);
        assertThat(schedule.report.failure()).isEmpty();
        assertThat(starts(schedule)).extracting(Event::item).isSorted();
    }

    @Test
    void short_of_time_what_fits_goes_first() {
        var scripts = List.of(
                script(500, done(0), 0), script(20, done(1), 0), script(600, done(2), 0), script(20, done(3), 0));

        var schedule = new Schedule(scripts, FailurePolicy.COLLECT, new Deadline(100, 150), 2).play();

        assertThat(starts(schedule)).extracting(Event::item).containsExactly(1, 3);
        assertThat(schedule.report.outcomes().get(0))
                .isEqualTo(new Outcome.NotStarted<>("it is expected to take 0 ms, and 0 were left"));
        assertThat(schedule.sealedAt)
                .as("it answers when nothing more can be done")
                .isEqualTo(20);
    }

    @Test
    void what_did_not_fit_is_looked_at_again_when_its_prediction_becomes_better() {
        var expected = new ArrayList<>(List.of(new Cost(10, 0), new Cost(500, 0)));
        var dispatch = new Dispatch<Integer>(2, FailurePolicy.COLLECT, new Deadline(100, 150), _ -> 0, expected::get);
        assertThat(dispatch.take(0, 0)).hasValue(0);
        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isEqualTo(new Dispatch.Step.Wait(100));

        expected.set(1, new Cost(50, 0));
        dispatch.ended(10, 0, done(0));

        assertThat(dispatch.next(10)).isEqualTo(new Dispatch.Step.Enter(100));
        assertThat(dispatch.take(10, 0)).hasValue(1);
    }

    @Test
    void where_nothing_fits_a_belief_can_be_dropped_once() {
        var doubts = new AtomicInteger();
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(doubts.get() == 0 ? 1_000_000 : item == 0 ? 100 : 2_000, 0);
            }

            @Override
            public void nothingFits() {
                doubts.incrementAndGet();
            }
        };
        var dispatch = new Dispatch<Integer>(2, FailurePolicy.COLLECT, new Deadline(1000, 1100), _ -> 0, costs);

        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Enter.class);
        assertThat(dispatch.take(0, 0)).as("what fits after all").hasValue(0);
        assertThat(dispatch.take(0, 0)).isEmpty();
        dispatch.ended(100, 0, done(0));
        assertThat(dispatch.take(100, 0)).isEmpty();
        assertThat(dispatch.next(100)).isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(doubts).as("how often").hasValue(1);
    }

    @Test
    void where_nothing_fits_all_the_same_it_is_told_once_and_answered() {
        var doubts = new AtomicInteger();
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(1_000_000, 0);
            }

            @Override
            public void nothingFits() {
                doubts.incrementAndGet();
            }
        };
        var dispatch = new Dispatch<Integer>(2, FailurePolicy.COLLECT, new Deadline(1000, 1100), _ -> 0, costs);

        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Enter.class);
        assertThat(dispatch.take(0, 0)).isEmpty();
        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(doubts).as("how often").hasValue(1);
    }

    @Test
    void where_others_keep_the_lane_busy_no_belief_is_dropped() {
        var costs = new Expectation<Integer>() {
            @Override
            public Cost of(Integer item) {
                return new Cost(300_000_000, 0);
            }

            @Override
            public void nothingFits() {
                throw new AssertionError("it would fit if the lane were free");
            }
        };
        var deadline = new Deadline(1_000_000_000, 1_100_000_000);
        var dispatch = new Dispatch<Integer>(1, FailurePolicy.COLLECT, deadline, _ -> 0, costs);

        assertThat(dispatch.take(0, 800_000_000)).isEmpty();

        assertThat(dispatch.next(0)).isInstanceOf(Dispatch.Step.Seal.class);
        assertThat(dispatch.seal().outcomes())
                .containsExactly(new Outcome.NotStarted<>("it is expected to take 300 ms, and 200 were left"));
    }

    @Test
    void fail_fast_stops_at_the_first_failure_and_reports_it_first() {
        var scripts = List.of(script(50, done(0), 0), script(10, failed(PERMANENT), 0), script(50, done(2), 0));

        var schedule = new Schedule(scripts, FailurePolicy.FAIL_FAST, new Deadline(1000, 1100), 2).play();

        assertThat(schedule.report.firstFailure()).hasValue(1);
        assertThat(schedule.report.outcomes()).noneMatch(Outcome::acknowledged);
        assertThat(schedule.report.outcomes().get(2))
                .isEqualTo(new Outcome.NotStarted<>("item 2 failed and the rest was stopped"));
        assertThat(schedule.report.failure().orElseThrow())
                .hasMessageStartingWith("3 of 3 items are not done; item 2: CODE, for the test; item 1: ");
    }

    @Test
    void after_the_first_failure_the_rest_has_the_grace_to_stop_and_no_more() {
        var ignores = new Script(900, Cost.NONE, done(0), 0, Long.MAX_VALUE);
        var scripts = List.of(ignores, script(10, failed(PERMANENT), 0));

        var schedule = new Schedule(scripts, FailurePolicy.FAIL_FAST, new Deadline(1000, 1100), 2).play();

        assertThat(schedule.sealedAt).isEqualTo(10 + 100);
        assertThat(schedule.report.deadline()).as("what held in the end").isEqualTo(new Deadline(10, 10 + 100));
        assertThat(schedule.report.stillRunning()).isEqualTo(1);
        assertThat(schedule.report.outcomes().getFirst())
                .isEqualTo(new Outcome.NotFinished<>("item 2 failed and the rest was stopped"));
    }

    @Test
    void a_failure_during_the_grace_does_not_prolong_it() {
        var ignores = new Script(900, Cost.NONE, done(0), 0, Long.MAX_VALUE);
        var fails = new Script(150, Cost.NONE, failed(PERMANENT), 0, Long.MAX_VALUE);

        var schedule = new Schedule(List.of(ignores, fails), FailurePolicy.FAIL_FAST, new Deadline(100, 200), 2).play();

        assertThat(schedule.sealedAt).isEqualTo(200);
    }

    @Test
    void stop_on_critical_goes_on_after_an_ordinary_failure() {
        var scripts = List.of(
                script(10, failed(PERMANENT), 0),
                script(10, done(1), 0),
                script(10, failed(CRITICAL), 0),
                script(10, done(3), 0));

        var schedule = new Schedule(scripts, FailurePolicy.STOP_ON_CRITICAL, new Deadline(1000, 1100), 1).play();

        assertThat(schedule.report.outcomes().get(1).acknowledged()).isTrue();
        assertThat(starts(schedule)).extracting(Event::item).containsExactly(0, 1, 2);
    }

    @Test
    void a_failure_stops_its_group_and_no_other() {
        var scripts = List.of(
                script(10, done(0), 0),
                script(10, failed(PERMANENT), 1),
                script(10, done(2), 0),
                script(10, done(3), 1),
                script(10, done(4), 0));

        var schedule = new Schedule(scripts, FailurePolicy.ORDERED, new Deadline(1000, 1100), 8).play();

        assertThat(schedule.report.outcomes())
                .filteredOn(Outcome::acknowledged)
                .containsExactly(done(0), done(2), done(4));
        assertThat(schedule.report.outcomes().get(3))
                .isEqualTo(new Outcome.NotStarted<>("item 2, before it in its group, is not done"));
    }

    @Test
    void an_item_that_does_not_fit_keeps_those_behind_it_in_its_group_from_starting() {
        var scripts = List.of(script(500, done(0), 7), script(10, done(1), 8), script(10, done(2), 7));

        var schedule = new Schedule(scripts, FailurePolicy.ORDERED, new Deadline(100, 150), 8).play();

        assertThat(starts(schedule)).extracting(Event::item).containsExactly(1);
        assertThat(schedule.report.outcomes().get(2))
                .isEqualTo(new Outcome.NotStarted<>("item 1, before it in its group, is not done"));
        assertThat(schedule.sealedAt).isEqualTo(10);
    }

    @Test
    void what_fits_exactly_is_started_and_what_was_deferred_is_refused_with_the_rest() {
        var scripts = List.of(
                new Script(10, new Cost(100, 0), failed(PERMANENT), 0, 0),
                script(500, done(1), 0),
                script(500, done(2), 0));

        var schedule = new Schedule(scripts, FailurePolicy.FAIL_FAST, new Deadline(100, 150), 2).play();

        assertThat(starts(schedule)).extracting(Event::item).containsExactly(0);
        assertThat(schedule.report.outcomes().subList(1, 3))
                .containsOnly(new Outcome.NotStarted<>("item 1 failed and the rest was stopped"));
    }

    private static Script script(long takes, Outcome<Integer> outcome, int group) {
        return new Script(takes, new Cost(takes, 0), outcome, group, 0);
    }

    private static Outcome<Integer> done(int item) {
        return new Outcome.Done<>(item);
    }

    private static Outcome<Integer> failed(Problem problem) {
        return new Outcome.Failed<>(problem);
    }
}
