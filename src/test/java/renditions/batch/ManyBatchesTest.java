package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.testing.Soak;

/// On real threads no failure is lost: thousands of batches in which every item fails, in different ways.
class ManyBatchesTest {
    private static final int BATCHES = Soak.times(300, 10_000);
    private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

    @ParameterizedTest(name = "{0} pixel threads, {1} items at once, on the pixel lane: {2}")
    @CsvSource({"1, 1, true", "2, 8, true", "16, 100, true", "2, 100, false"})
    void every_failure_is_reported(int pixelThreads, int itemsAtOnce, boolean onPixels) throws Exception {
        try (var lanes = new Lanes(NanoClock.system(), pixelThreads, itemsAtOnce)) {
            Work<Integer, Integer> work =
                    (_, item) -> onPixels ? Lanes.await(lanes.onPixels(() -> fail(item))) : fail(item);
            var batch = Batch.of(ITEMS, work);
            for (int run = 0; run < BATCHES; run++) {
                var deadline = Deadline.after(
                        NanoClock.system().nanoTime(),
                        Duration.ofMinutes(10),
                        new Deadline.Margins(Duration.ZERO, Duration.ZERO),
                        Duration.ZERO);

                var report = batch.run(lanes, deadline);

                assertThat(report.outcomes()).hasSize(100).allMatch(Outcome.Failed.class::isInstance);
                assertThat(report.stillRunning()).isZero();
                assertThat(lanes.pixels().items()).isZero();
            }
        }
    }

    private static Outcome<Integer> fail(int item) {
        return switch (item % 5) {
            case 0 -> throw new IllegalStateException("for the test");
            case 1 -> throw new OutOfMemoryError("for the test");
            case 2 -> throw new StackOverflowError("for the test");
            case 3 -> throw new NoClassDefFoundError("for the test");
            default -> new Outcome.Failed<>(Problem.of("CODE", "for the test", Severity.PERMANENT));
        };
    }
}
