package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import renditions.batch.Schedule.Step;
import renditions.testing.Soak;

/// Random batches in virtual time, checked against the promises of every batch.
class RandomSchedulesTest {
    private static final int BATCHES = Soak.times(40_000, 2_000_000);

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
                .filter(event -> event.step() == Step.ENDED)
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
        checkFirstFailure(schedule);
        checkStarts(schedule);
        checkPolicy(schedule);
    }

    private static void checkFirstFailure(Schedule schedule) {
        var outcomes = schedule.report.outcomes();
        var heard = schedule.trail.stream()
                .limit(schedule.eventsAtSeal)
                .filter(event -> event.step() == Step.HEARD && event.outcome() instanceof Outcome.Failed<?>)
                .findFirst();
        if (heard.isPresent()) {
            assertThat(schedule.report.firstFailure()).hasValue(heard.get().item());
        } else {
            assertThat(schedule.report.firstFailure().isPresent())
                    .isEqualTo(outcomes.stream().anyMatch(Outcome.Failed.class::isInstance));
        }
    }

    private static void checkStarts(Schedule schedule) {
        var started = new HashSet<Integer>();
        for (var event : schedule.starts()) {
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
            } else if (event.step() == Step.ENDED) {
                running.remove(group);
            } else {
                if (!event.outcome().acknowledged()) {
                    refused.add(group);
                }
                stopped |= schedule.policy.stopsAll(event.outcome());
            }
        }
        if (schedule.policy == FailurePolicy.ORDERED) {
            var last = new HashMap<Integer, Integer>();
            for (var event : schedule.starts()) {
                var before = last.put(schedule.scripts.get(event.item()).group(), event.item());
                assertThat(before == null || before < event.item())
                        .as("in order inside a group")
                        .isTrue();
            }
        }
    }
}
