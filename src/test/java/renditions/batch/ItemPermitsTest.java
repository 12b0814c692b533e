package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ItemPermitsTest {
    @Test
    void permits_are_limited_and_come_back() {
        var permits = new ItemPermits(2);
        var turn = permits.turn();
        assertThat(turn.take()).isTrue();
        assertThat(turn.take()).isTrue();
        assertThat(turn.take()).isFalse();

        permits.release();

        assertThat(turn.take()).isTrue();
        assertThat(permits.free()).isZero();
    }

    @Test
    void who_asked_first_is_served_first_and_who_leaves_lets_the_next_one_in() {
        var permits = new ItemPermits(1);
        var first = permits.turn();
        var second = permits.turn();
        assertThat(first.take()).isTrue();
        assertThat(first.take()).as("it asks again").isFalse();
        assertThat(second.take()).isFalse();
        permits.release();

        assertThat(second.take()).as("not its turn").isFalse();
        first.leave();
        first.leave();

        assertThat(second.take()).isTrue();
    }

    @Test
    void who_stands_in_line_is_woken_when_a_permit_comes_back_and_when_the_one_before_leaves() throws Exception {
        var permits = new ItemPermits(1);
        var holder = permits.turn();
        assertThat(holder.take()).isTrue();
        assertThat(holder.take()).as("in line before the thread").isFalse();
        var thread = Thread.ofPlatform().start(() -> takeOne(permits));
        awaitParked(thread);

        permits.release();
        holder.leave();

        assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        assertThat(permits.free()).isEqualTo(1);
    }

    @Test
    void many_threads_take_turns_and_never_hold_more_permits_than_there_are() throws Exception {
        var permits = new ItemPermits(3);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(8);
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofPlatform().unstarted(() -> {
                    for (int time = 0; time < 2_000; time++) {
                        take(permits);
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1);
                        inside.decrementAndGet();
                        permits.release();
                    }
                    done.countDown();
                }))
                .toList();
        threads.forEach(Thread::start);

        assertThat(done.await(1, TimeUnit.MINUTES)).as("nobody waits for ever").isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(permits.free()).isEqualTo(3);
    }

    private static void takeOne(ItemPermits permits) {
        take(permits);
        permits.release();
    }

    private static void take(ItemPermits permits) {
        var turn = permits.turn();
        while (!turn.take()) {
            LockSupport.park(permits);
        }
    }

    private static void awaitParked(Thread thread) {
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
    }
}
