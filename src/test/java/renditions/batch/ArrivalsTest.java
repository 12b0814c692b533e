package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    @Test
    void who_ends_first_is_heard_of_first() {
        var arrivals = new Arrivals(3);
        assertThat(arrivals.isEmpty()).isTrue();

        arrivals.add(2);
        arrivals.add(0);

        assertThat(arrivals.isEmpty()).isFalse();
        assertThat(arrivals.take()).isEqualTo(2);
        assertThat(arrivals.take()).isZero();
        assertThat(arrivals.isEmpty()).isTrue();
        arrivals.add(1);
        assertThat(arrivals.take()).isEqualTo(1);
        assertThat(arrivals.isEmpty()).as("all have come").isTrue();
    }

    @Test
    void everybody_of_many_who_end_at_once_is_heard_of_once() throws Exception {
        int items = 20_000;
        var arrivals = new Arrivals(items);
        var threads = IntStream.range(0, 4)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                    for (int item = thread; item < items; item += 4) {
                        arrivals.add(item);
                    }
                }))
                .toList();
        var heard = new HashSet<Integer>();
        while (heard.size() < items) {
            if (arrivals.isEmpty()) {
                Thread.onSpinWait();
            } else {
                assertThat(heard.add(arrivals.take())).isTrue();
            }
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(arrivals.isEmpty()).isTrue();
    }
}
