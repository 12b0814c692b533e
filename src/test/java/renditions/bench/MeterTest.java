package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final AtomicLong now = new AtomicLong(100);
    private final Meter meter = new Meter(now::get, 150);

    @Test
    void time_counts_until_the_moment_and_not_after_it() {
        assertThat(meter.timed(() -> now.addAndGet(20))).isEqualTo(120);
        meter.timed(() -> now.addAndGet(100));
        meter.timed(() -> now.addAndGet(1000));
        assertThat(meter.nanos()).isEqualTo(50);
    }

    @Test
    void work_that_throws_took_its_time_too() {
        assertThatThrownBy(() -> meter.timed(() -> {
                    now.addAndGet(7);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(meter.nanos()).isEqualTo(7);
    }
}
