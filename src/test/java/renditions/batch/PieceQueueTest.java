package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import renditions.batch.PieceQueue.Piece;

class PieceQueueTest {
    private static final int THREADS = 4;
    private static final int EACH = 5_000;

    private final PieceQueue queue = new PieceQueue();
    private final ConcurrentLinkedQueue<Integer> ran = new ConcurrentLinkedQueue<>();

    @Test
    void the_item_that_was_admitted_first_goes_first_and_of_one_item_what_was_called_first() {
        add(2, 3, 23);
        add(1, 5, 15);
        add(2, 1, 21);
        add(1, 4, 14);

        for (int i = 0; i < 4; i++) {
            queue.take().run();
        }

        assertThat(ran).containsExactly(14, 15, 21, 23);
    }

    @Test
    void who_takes_waits_for_a_piece() throws InterruptedException {
        var taking = Thread.ofPlatform().start(() -> queue.take().run());
        while (taking.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        taking.interrupt(); // which changes nothing

        add(1, 1, 11);
        taking.join();

        assertThat(ran).containsExactly(11);
    }

    @Test
    void every_piece_is_taken_once_however_many_put_in_and_take() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < THREADS; i++) {
            int from = i * EACH;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int piece = from; piece < from + EACH; piece++) {
                    add(piece % 7, piece, piece);
                }
            }));
            threads.add(Thread.ofPlatform().start(() -> {
                for (int taken = 0; taken < EACH; taken++) {
                    queue.take().run();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(List.copyOf(ran))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, THREADS * EACH).boxed().toList());
    }

    private void add(long item, long number, int result) {
        queue.add(new Piece(item, number, () -> ran.add(result)));
    }
}
