package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.testing.Soak;

/// Work that holds every carrier of the virtual threads, like a native call or an endless loop, while other items
/// end or compute. None of these can run on, and the answer does not wait for them.
class HeldCarriersTest {
    private static final int BATCHES = Soak.times(30, 3_000);
    private static final int CARRIERS = Runtime.getRuntime().availableProcessors();
    private static final int OTHERS = 24;

    /// How long a carrier is held if the answer waits for it.
    private static final long FOR_EVER = TimeUnit.SECONDS.toNanos(20);

    private final NanoClock clock = NanoClock.system();
    private final Lanes lanes = new Lanes(clock, 2, CARRIERS + OTHERS);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    @Test
    void the_answer_comes_while_all_carriers_are_held() throws Exception {
        for (int seed = 0; seed < BATCHES; seed++) {
            assertThat(answersInTime(new Random(seed))).as("seed %d", seed).isTrue();
        }
    }

    /// All items end, or begin to hold their carriers, at about the same time.
    private boolean answersInTime(Random random) throws InterruptedException {
        var answered = new AtomicBoolean();
        var tooLate = new AtomicBoolean();
        long[] naps = random.longs(CARRIERS + OTHERS, 2_000_000, 2_300_000).toArray();
        Work<Integer, Integer> work = (_, item) -> {
            Thread.sleep(Duration.ofNanos(naps[item]));
            if (item < CARRIERS && holdCarrier(answered)) {
                tooLate.set(true);
            }
            return item % 2 == 0 ? done(item) : done(Lanes.await(lanes.onPixels(() -> item)));
        };
        Batch.of(numbers(), work).run(lanes, deadline());
        answered.set(true);
        Awaitility.await().until(() -> lanes.permits().free() == CARRIERS + OTHERS);
        return !tooLate.get();
    }

    /// @return whether it gave up before the answer came
    private boolean holdCarrier(AtomicBoolean answered) {
        long begin = clock.nanoTime();
        while (!answered.get()) {
            if (clock.nanoTime() - begin > FOR_EVER) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, CARRIERS + OTHERS).boxed().toList();
    }

    private Deadline deadline() {
        long now = clock.nanoTime();
        return new Deadline(now + 20_000_000, now + 40_000_000);
    }
}
