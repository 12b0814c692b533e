package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.testing.Latches;

class PixelLaneTest {
    private static final Cancellation NEVER = Cancellation.never();

    private final PixelLane lane = new PixelLane(() -> 0, 1);
    private final CountDownLatch begin = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void closeLane() {
        lane.close();
    }

    @Test
    void the_item_that_was_admitted_first_goes_first() throws Exception {
        var blocker = lane.run(() -> {
            Latches.awaitWhateverComes(begin);
            return true;
        });
        try (var old = lane.admit(1, NEVER);
                var young = lane.admit(1, NEVER)) {
            var pieces = new ArrayList<Future<Boolean>>();
            pieces.add(young.call(() -> lane.run(() -> order.add("young"))));
            pieces.add(old.call(() -> lane.run(() -> order.add("old, first"))));
            pieces.add(lane.run(() -> order.add("of no item")));
            pieces.add(old.call(() -> lane.run(() -> order.add("old, second"))));
            begin.countDown();
            Lanes.settle(blocker);
            pieces.forEach(Lanes::settle);
        }

        assertThat(order).containsExactly("old, first", "old, second", "young", "of no item");
    }

    @Test
    void backlog_is_shared_by_the_threads_and_goes_with_its_item() {
        try (var two = new PixelLane(() -> 0, 2)) {
            try (var _ = two.admit(100, NEVER)) {
                assertThat(two.backlogNanos(1_000)).isEqualTo(50);
                assertThat(two.backlogNanos(20)).as("within 20").isEqualTo(10);
                assertThat(two.items()).isEqualTo(1);
            }
            assertThat(two.backlogNanos(1_000)).isZero();
            assertThat(two.items()).isZero();
        }
    }

    @Test
    void an_item_says_more_exactly_what_it_takes() throws Exception {
        try (var item = lane.admit(100, NEVER)) {
            var seen = item.call(() -> {
                PixelLane.expect(7);
                return lane.backlogNanos(1_000);
            });
            assertThat(seen).isEqualTo(7);
        }
        assertThatCode(() -> PixelLane.expect(1)).as("without an item").doesNotThrowAnyException();
    }

    /// The lane has one thread.
    @Test
    void a_piece_that_is_written_off_keeps_its_thread_and_the_lane_gets_another_until_it_returns() throws Exception {
        var cancelled = new CancellationSource();
        var running = new CountDownLatch(1);
        Future<Boolean> stuck;
        try (var item = lane.admit(1, cancelled)) {
            stuck = item.call(() -> lane.run(() -> {
                running.countDown();
                Latches.awaitWhateverComes(begin);
                return true;
            }));
            running.await();
            lane.writeOff(new CancellationSource());
            assertThat(lane.writtenOff()).as("of another batch").isZero();
            lane.writeOff(cancelled);
            lane.writeOff(cancelled);
        }
        assertThat(lane.writtenOff()).isOne();
        assertThat(Lanes.await(lane.run(() -> "beside it"))).isEqualTo("beside it");

        begin.countDown();
        assertThat(Lanes.await(stuck)).isTrue();
        Awaitility.await().until(() -> lane.writtenOff() == 0);
        assertThat(mostAtOnce()).isOne();
    }

    /// The lane has one thread, and work that never ends is on it and beside it.
    @Test
    void short_work_beside_the_lane_waits_for_nothing() throws Exception {
        var cancelled = new CancellationSource();
        var running = new CountDownLatch(2);
        Supplier<Boolean> endless = () -> {
            running.countDown();
            Latches.awaitWhateverComes(begin);
            return true;
        };
        var pixels = lane.run(endless);
        Future<Boolean> header;
        try (var item = lane.admit(1, cancelled)) {
            header = item.call(() -> lane.runBeside(endless));
            assertThat(running.await(1, TimeUnit.MINUTES)).isTrue();

            assertThat(lane.runBeside(() -> "header").get(1, TimeUnit.MINUTES)).isEqualTo("header");

            lane.writeOff(cancelled);
            assertThat(lane.writtenOff()).isOne();
        } finally {
            begin.countDown();
        }
        assertThat(Lanes.await(pixels) && Lanes.await(header)).isTrue();
        Awaitility.await().until(() -> lane.writtenOff() == 0);
    }

    /// The lane has one thread, also while work beside it is written off.
    @Test
    void for_work_beside_it_the_lane_gets_no_thread() throws Exception {
        var cancelled = new CancellationSource();
        var running = new CountDownLatch(1);
        try (var item = lane.admit(1, cancelled)) {
            var header = item.call(() -> lane.runBeside(() -> {
                running.countDown();
                Latches.awaitWhateverComes(begin);
                return true;
            }));
            running.await();
            lane.writeOff(cancelled);

            assertThat(mostAtOnce()).isOne();

            begin.countDown();
            Lanes.settle(header);
        }
    }

    /// How many of several pieces run at once.
    private int mostAtOnce() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var pieces = new ArrayList<Future<Integer>>();
        for (int piece = 0; piece < 20; piece++) {
            pieces.add(lane.run(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1);
                return now.decrementAndGet();
            }));
        }
        pieces.forEach(Lanes::settle);
        return most.get();
    }
}
