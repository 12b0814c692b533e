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

class RoomTest {
    @Test
    void room_is_limited_and_comes_back() {
        var room = new Room(2);
        var turn = room.turn();
        assertThat(turn.take()).isTrue();
        assertThat(turn.take()).isTrue();
        assertThat(turn.take()).isFalse();

        room.giveBack();

        assertThat(turn.take()).isTrue();
        assertThat(room.items()).isZero();
    }

    @Test
    void who_asked_first_is_served_first_and_who_leaves_lets_the_next_one_in() {
        var room = new Room(1);
        var first = room.turn();
        var second = room.turn();
        assertThat(first.take()).isTrue();
        assertThat(first.take()).as("it asks again").isFalse();
        assertThat(second.take()).isFalse();
        room.giveBack();

        assertThat(second.take()).as("not its turn").isFalse();
        first.leave();
        first.leave();

        assertThat(second.take()).isTrue();
    }

    @Test
    void who_stands_in_line_is_woken_when_room_comes_back_and_when_the_one_before_leaves() throws Exception {
        var room = new Room(1);
        var holder = room.turn();
        assertThat(holder.take()).isTrue();
        assertThat(holder.take()).as("in line before the thread").isFalse();
        var thread = Thread.ofPlatform().start(() -> takeOne(room));
        awaitParked(thread);

        room.giveBack();
        holder.leave();

        assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        assertThat(room.items()).isEqualTo(1);
    }

    @Test
    void many_threads_take_turns_and_never_have_more_than_there_is() throws Exception {
        var room = new Room(3);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(8);
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofPlatform().unstarted(() -> {
                    for (int time = 0; time < 2_000; time++) {
                        take(room);
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        LockSupport.parkNanos(1);
                        inside.decrementAndGet();
                        room.giveBack();
                    }
                    done.countDown();
                }))
                .toList();
        threads.forEach(Thread::start);

        assertThat(done.await(1, TimeUnit.MINUTES)).as("nobody waits for ever").isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(room.items()).isEqualTo(3);
    }

    private static void takeOne(Room room) {
        take(room);
        room.giveBack();
    }

    private static void take(Room room) {
        var turn = room.turn();
        while (!turn.take()) {
            LockSupport.park(room);
        }
    }

    private static void awaitParked(Thread thread) {
        Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
    }
}
