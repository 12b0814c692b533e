package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import renditions.batch.Schedule.Script;
import renditions.batch.Schedule.Step;
import renditions.testing.Soak;

/// Random batches in virtual time, checked against the promises of every batch.
class RandomSchedulesTest {
    private static final int BATCHES = Soak.times(40_000, 2_000_000);

    @Test
    void whatever_happens_every_item_is_acknowledged_or_reported_and_never_wrongly() {
        LongStream.range(0, BATCHES).forEach(seed -> {
            var schedule = random(seed).play();
            try {
                check(schedule);
            } catch (AssertionError failed) {
                throw new AssertionError("seed " + seed + ", policy " + schedule.policy, failed);
            }
        });
    }

    /// A random batch: none to a few dozen items, ample time to none, right and wrong predictions, workers that
    /// stop when told and workers that do not.
    private static Schedule random(long seed) {
        var random = new Random(seed);
        var policies = FailurePolicy.values();
        long cancelAt = random.nextInt(-20, 200);
        var deadline = new Deadline(cancelAt, cancelAt + random.nextInt(0, 30));
        int groups = random.nextInt(1, 6);
        double failing = random.nextDouble();
        var scripts = IntStream.range(0, random.nextInt(0, 40))
                .mapToObj(item -> script(random, item, groups, failing))
                .toList();
        return new Schedule(scripts, policies[random.nextInt(policies.length)], deadline, random.nextInt(1, 9));
    }

    private static Script script(Random random, int item, int groups, double failing) {
        long takes = random.nextInt(0, random.nextInt(10) == 0 ? 1000 : 40);
        long pixels = random.nextBoolean() ? takes : random.nextInt(0, 60);
        long stops = random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextInt(0, 40);
        var outcome = random.nextDouble() < failing ? unacknowledged(random) : success(random, item);
        long heard = random.nextInt(4) == 0 ? random.nextInt(0, 20) : 0;
        var cost = new Cost(pixels, random.nextInt(0, 10));
        int group = random.nextInt(groups);
        long looks = random.nextInt(3) == 0 ? random.nextInt(0, 10) : -1;
        return new Script(takes, cost, outcome, group, stops, heard, random.nextInt(4) == 0, looks);
    }

    private static Outcome<Integer> unacknowledged(Random random) {
        var severities = Severity.values();
        return switch (random.nextInt(8)) {
            case 0 -> thrown(new IllegalStateException("for the test"));
            case 1 -> thrown(new OutOfMemoryError("for the test"));
            case 2 -> thrown(new StackOverflowError("for the test"));
            case 3 -> thrown(new NoClassDefFoundError("for the test"));
            case 4 -> new Outcome.NotStarted<>(new Reason.NoTimeLeft());
            case 5 -> new Outcome.NotFinished<>(new Reason.NoTimeLeft());
            default ->
                new Outcome.Failed<>(Problem.of("CODE", "for the test", severities[random.nextInt(severities.length)]));
        };
    }

    private static Outcome<Integer> thrown(Throwable thrown) {
        return new Outcome.Failed<>(Problem.unexpected(thrown));
    }

    private static Outcome<Integer> success(Random random, int item) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Outcome.Skipped<>("for the test");
            case 2 -> new Outcome.Quarantined<>(Problem.of("CODE", "for the test", Severity.PERMANENT), "here");
            default -> new Outcome.Done<>(item);
        };
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
        var running = new HashSet<Integer>();
        for (var event : schedule.trail) {
            int item = event.item();
            switch (event.step()) {
                case STARTED -> {
                    assertThat(started.add(item))
                            .as("item %d starts once", item)
                            .isTrue();
                    assertThat(running.isEmpty() || isExpectedInTime(schedule, event))
                            .as("item %d is expected to be done, or nothing else runs", item)
                            .isTrue();
                    assertThat(event.at()).isLessThan(schedule.deadline.cancelAt());
                    running.add(item);
                }
                case PUT_BACK -> {
                    started.remove(item);
                    running.remove(item);
                }
                case ENDED -> running.remove(item);
                case HEARD -> {}
            }
        }
        for (int item = 0; item < schedule.scripts.size(); item++) {
            if (!started.contains(item)) {
                assertThat(schedule.report.outcomes().get(item)).isInstanceOf(Outcome.NotStarted.class);
            }
        }
    }

    private static boolean isExpectedInTime(Schedule schedule, Schedule.Event start) {
        long nanos = schedule.scripts.get(start.item()).expected().nanos();
        return start.at() + start.backlog() + nanos <= schedule.deadline.cancelAt();
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
            } else if (event.step() != Step.HEARD) {
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
                assertThat(before == null || before <= event.item())
                        .as("in order inside a group")
                        .isTrue();
            }
        }
    }
}
