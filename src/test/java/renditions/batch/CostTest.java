package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostTest {
    @Test
    void an_item_computes_waits_and_may_take_longer() {
        assertThat(new Cost(1, 20, 300).nanos()).isEqualTo(321);
    }

    @Test
    void a_time_too_long_to_count_is_the_longest() {
        assertThat(new Cost(Long.MAX_VALUE, Long.MAX_VALUE).nanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Cost(Long.MAX_VALUE, Long.MAX_VALUE, 2).nanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Cost(1, 0, Long.MAX_VALUE).nanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nothing_takes_less_than_no_time() {
        assertThatThrownBy(() -> new Cost(0, 0, -1)).hasMessage("a cost is not negative: 0, 0, -1");
    }
}
