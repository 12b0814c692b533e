package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static renditions.batch.Numbers.done;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which items begin beside which, on real threads: what an item finds out about itself, and what others then
/// do.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AdmissionTest {
    private final Numbers numbers = new Numbers();

    @AfterEach
    void everythingIsBack() {
        numbers.close();
    }

    @Test
    void an_item_is_tried_alone_although_it_is_not_expected_to_be_done() throws Exception {
        var report = Batch.<Integer, Integer>of(List.of(0), (_, item) -> Lanes.canWait() ? tooLong() : done(item))
                .expecting(_ -> new Cost(TimeUnit.HOURS.toNanos(1), 0))
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0));
    }

    @Test
    void an_item_that_finds_out_that_it_takes_too_long_is_done_when_the_others_are() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var other = new CountDownLatch(1);
        var putBack = new CountDownLatch(1);
        Work<Integer, Integer> work = (_, item) -> {
            if (item == 1) {
                other.countDown();
                putBack.await();
            } else {
                other.await();
                if (Lanes.canWait()) {
                    putBack.countDown();
                    return tooLong();
                }
            }
            order.add(item);
            return done(item);
        };

        var report = Batch.of(List.of(0, 1), work).run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0), done(1));
        assertThat(order).containsExactly(1, 0);
    }

    @Test
    void an_item_whose_turn_it_is_cannot_be_put_back() throws Exception {
        var other = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        Work<Integer, Integer> work = (_, item) -> {
            if (item == 1) {
                other.countDown();
                asked.await();
            } else {
                other.await();
                boolean waits = Lanes.canWait();
                asked.countDown();
                return waits ? tooLong() : done(item);
            }
            return done(item);
        };

        var report = Batch.of(List.of(0, 1), work).preferring(item -> item == 0).run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0), done(1));
    }

    @Test
    void an_item_that_says_it_takes_less_lets_others_begin_beside_it() throws Exception {
        var other = new CountDownLatch(1);
        long hour = TimeUnit.HOURS.toNanos(1);
        Work<Integer, Integer> work = (_, item) -> {
            if (item == 0) {
                Lanes.expect(1);
                other.await();
            } else {
                other.countDown();
            }
            return done(item);
        };

        var report = Batch.of(List.of(0, 1), work)
                .preferring(item -> item == 0)
                .expecting(item -> new Cost(item == 0 ? hour : TimeUnit.MINUTES.toNanos(4), 0))
                .run(numbers.lanes(), numbers.ample());

        assertThat(report.outcomes()).containsExactly(done(0), done(1));
    }

    @Test
    void two_batches_take_turns_however_large_one_of_them_is() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<String>());
        var callers = new CopyOnWriteArrayList<Thread>();
        try (var one = new Lanes(numbers.lanes().clock(), 1, 1)) {
            callers.add(start(one, 20, _ -> inLine(callers, order, "large")));
            Awaitility.await().until(() -> one.permits().free() == 0 && isWaiting(callers.getFirst()));
            callers.add(start(one, 3, _ -> inLine(callers, order, "small")));
            for (var caller : callers) {
                caller.join();
            }
        }

        assertThat(order.subList(0, 7))
                .as("the large one was in line for its second item first")
                .containsExactly("large", "large", "small", "large", "small", "large", "small");
    }

    /// Waits until both batches are in line, where they have not ended.
    private static void inLine(List<Thread> callers, List<String> order, String name) {
        while (callers.size() < 2 || !callers.stream().allMatch(AdmissionTest::isWaiting)) {
            Thread.onSpinWait();
        }
        order.add(name);
    }

    private Thread start(Lanes lanes, int items, IntConsumer work) {
        var all = IntStream.range(0, items).boxed().toList();
        Work<Integer, Integer> done = (_, item) -> {
            work.accept(item);
            return done(item);
        };
        return Thread.ofPlatform().start(() -> {
            try {
                Batch.of(all, done).run(lanes, numbers.ample());
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
    }

    private static boolean isWaiting(Thread caller) {
        return caller.getState() == Thread.State.TIMED_WAITING || !caller.isAlive();
    }

    private static Outcome<Integer> tooLong() {
        return new Outcome.NotStarted<>(new Reason.TooLong(1, 0));
    }
}
