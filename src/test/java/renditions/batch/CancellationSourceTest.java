package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import renditions.testing.Latches;

class CancellationSourceTest {
    private final CancellationSource source = new CancellationSource();

    @Test
    void cancelling_runs_the_ways_to_stop_in_their_order() {
        var order = new ArrayList<String>();
        try (var _ = source.onCancel(() -> order.add("first"));
                var _ = source.onCancel(() -> order.add("second"))) {
            assertThat(source.cancel()).isEmpty();
        }
        assertThat(source.isCancelled()).isTrue();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void a_way_to_stop_that_throws_keeps_no_other_from_running() {
        var ran = new AtomicBoolean();
        var problem = new AssertionError("a bad hook");
        try (var _ = source.onCancel(() -> {
                    throw problem;
                });
                var _ = source.onCancel(() -> ran.set(true))) {
            assertThat(source.cancel()).containsExactly(problem);
        }
        assertThat(ran).isTrue();
    }

    @Test
    void cancelled_already_stops_at_once() {
        source.cancel();
        var ran = new AtomicInteger();

        try (var _ = source.onCancel(ran::incrementAndGet)) {
            assertThat(ran).hasValue(1);
        }
    }

    @Test
    void cancelling_again_runs_only_what_is_still_registered() {
        var closed = new AtomicInteger();
        var open = new AtomicInteger();
        try (var _ = source.onCancel(open::incrementAndGet)) {
            source.onCancel(closed::incrementAndGet).close();
            source.cancel();
            source.cancel();
        }
        source.cancel();

        assertThat(closed).hasValue(0);
        assertThat(open).hasValue(2);
    }

    @Test
    void closing_waits_for_a_way_to_stop_that_is_just_running() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var registration = source.onCancel(() -> {
            entered.countDown();
            Latches.awaitWhateverComes(leave);
            finished.set(true);
        });
        var canceller = Thread.ofPlatform().start(source::cancel);
        entered.await();
        var finishedWhenClosed = new AtomicBoolean();
        var closer = Thread.ofPlatform().start(() -> {
            registration.close();
            finishedWhenClosed.set(finished.get());
        });
        while (closer.getState() != Thread.State.BLOCKED && closer.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        leave.countDown();
        closer.join();
        canceller.join();

        assertThat(finishedWhenClosed).isTrue();
    }

    @Test
    void an_interrupt_that_came_by_cancellation_ends_with_its_registration() {
        try (var _ = source.interrupting()) {
            source.cancel();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_cancellation_after_closing_interrupts_nobody() {
        source.interrupting().close();
        source.cancel();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_way_to_stop_that_throws_when_it_is_registered_is_not_run_again() {
        source.cancel();
        var runs = new AtomicInteger();

        assertThatThrownBy(() -> source.onCancel(() -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("for the test");
                }))
                .hasMessage("for the test");

        assertThat(source.cancel()).isEmpty();
        assertThat(runs).hasValue(1);
    }

    @Test
    void time_brings_it_or_does_not() {
        assertThat(source.nanosLeft()).isEqualTo(Long.MAX_VALUE);
        assertThat(new CancellationSource(() -> 7).nanosLeft()).isEqualTo(7);
        assertThat(Cancellation.never().nanosLeft()).isEqualTo(Long.MAX_VALUE);
        assertThat(Cancellation.never().isCancelled()).isFalse();
    }
}
