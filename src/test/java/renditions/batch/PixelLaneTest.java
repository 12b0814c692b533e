package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.testing.Latches;

class PixelLaneTest {
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
        try (var old = lane.admit(1);
                var young = lane.admit(1)) {
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
            try (var _ = two.admit(100)) {
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
        try (var item = lane.admit(100)) {
            var seen = item.call(() -> {
                PixelLane.expect(7);
                return lane.backlogNanos(1_000);
            });
            assertThat(seen).isEqualTo(7);
        }
        assertThatCode(() -> PixelLane.expect(1)).as("without an item").doesNotThrowAnyException();
    }
}
