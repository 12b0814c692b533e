package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import renditions.testing.Soak;

/// Random batches on real threads, several at once as with Lambda's managed instances, most of them with too little
/// time: under every policy, with workers that end in every way and that stop or do not stop. All acknowledged
/// items were done before the answer, and afterwards everything is given back.
class RandomBatchesTest {
    private static final int BATCHES = Soak.times(2_000, 200_000);
    private static final int CALLERS = 3;
    private static final int MOST_ITEMS = 30;

    private final Numbers numbers = Numbers.inRealTime();

    /// The behaviour of a worker.
    private enum Way {
        DONE,
        SKIPPED,
        FAILED,
        CRITICAL,
        EXCEPTION,
        NO_MEMORY,
        NO_STACK,
        NO_CLASS,
        NO_OUTCOME,
        /// Waits for the order to stop.
        OBEYS,
        /// The same, with a way to stop that throws.
        OBEYS_BADLY,
        /// Goes on for a while in any case.
        IGNORES
    }

    @Test
    void every_item_is_acknowledged_or_reported_and_never_wrongly() throws Exception {
        var problems = ConcurrentHashMap.<Throwable>newKeySet();
        var callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Thread.ofPlatform().unstarted(() -> {
                    for (int seed = caller; seed < BATCHES; seed += CALLERS) {
                        play(seed);
                    }
                }))
                .toList();
        for (var caller : callers) {
            caller.setUncaughtExceptionHandler((_, problem) -> problems.add(problem));
            caller.start();
        }
        for (var caller : callers) {
            caller.join();
        }

        assertThat(problems).isEmpty();
        numbers.close();
    }

    private void play(int seed) {
        var random = new Random(seed);
        var ways = random.ints(random.nextInt(MOST_ITEMS + 1), 0, Way.values().length)
                .mapToObj(way -> Way.values()[way])
                .toList();
        var policies = FailurePolicy.values();
        var policy = policies[random.nextInt(policies.length)];
        long now = numbers.lanes().clock().nanoTime();
        long cancelAt = now + TimeUnit.MICROSECONDS.toNanos(random.nextInt(-1_000, 20_000));
        var deadline = new Deadline(cancelAt, cancelAt + TimeUnit.MICROSECONDS.toNanos(random.nextInt(5_000)));
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        Work<Integer, Integer> work = (cancellation, item) -> work(cancellation, item, ways.get(item), done);
        var batch = Batch.of(IntStream.range(0, ways.size()).boxed().toList(), work)
                .policy(policy)
                .groupedBy(item -> item % 4);
        try {
            var report = batch.run(numbers.lanes(), deadline);
            check(report, ways, Set.copyOf(done));
        } catch (InterruptedException | AssertionError problem) {
            throw new AssertionError("seed " + seed + ", " + policy + ": " + ways, problem);
        }
    }

    private static void check(Report<Integer> report, List<Way> ways, Set<Integer> done) {
        var acknowledged = new HashSet<Integer>();
        assertThat(report.outcomes()).hasSize(ways.size());
        for (int item = 0; item < ways.size(); item++) {
            if (report.outcomes().get(item).acknowledged()) {
                acknowledged.add(item);
            }
        }
        assertThat(done).as("what was done before the answer").containsAll(acknowledged);
        assertThat(report.failure(Reason::toString).isPresent()).isEqualTo(acknowledged.size() < ways.size());
    }

    private static Outcome<Integer> work(Cancellation cancellation, int item, Way way, Set<Integer> done)
            throws InterruptedException {
        return switch (way) {
            case DONE -> {
                done.add(item);
                yield new Outcome.Done<>(item);
            }
            case SKIPPED -> {
                done.add(item);
                yield new Outcome.Skipped<>("for the test");
            }
            case FAILED -> failed(Severity.PERMANENT);
            case CRITICAL -> failed(Severity.CRITICAL);
            case EXCEPTION -> throw new IllegalStateException("for the test");
            case NO_MEMORY -> throw new OutOfMemoryError("for the test");
            case NO_STACK -> throw new StackOverflowError("for the test");
            case NO_CLASS -> throw new NoClassDefFoundError("for the test");
            case NO_OUTCOME -> nothing();
            case OBEYS -> obey(cancellation, () -> {});
            case OBEYS_BADLY ->
                obey(cancellation, () -> {
                    throw new IllegalStateException("a bad way to stop");
                });
            case IGNORES -> {
                LockSupport.parkNanos(Duration.ofMillis(item).toNanos());
                done.add(item);
                yield new Outcome.Done<>(item);
            }
        };
    }

    private static Outcome<Integer> obey(Cancellation cancellation, Runnable stop) throws InterruptedException {
        try (var _ = cancellation.onCancel(stop);
                var _ = cancellation.interrupting()) {
            new CountDownLatch(1).await();
        }
        throw new AssertionError("nobody counts down");
    }

    private static Outcome<Integer> failed(Severity severity) {
        return new Outcome.Failed<>(Problem.of("CODE", "for the test", severity));
    }

    @SuppressWarnings("NullAway") // as a caller does that is not checked
    private static Outcome<Integer> nothing() {
        return null;
    }
}
