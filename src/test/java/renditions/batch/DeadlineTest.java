package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import renditions.batch.Deadline.Margins;

class DeadlineTest {
    private static final Margins MARGINS = new Margins(Duration.ofMillis(250), Duration.ofMillis(100));

    @Test
    void the_reserve_is_kept_for_the_answer_and_the_grace_before_it() {
        var deadline = Deadline.after(1_000, Duration.ofSeconds(3), MARGINS, Duration.ZERO);

        assertThat(deadline.untilSeal(1_000)).isEqualTo(Duration.ofMillis(2_750).toNanos());
        assertThat(deadline.untilCancel(1_000))
                .isEqualTo(Duration.ofMillis(2_650).toNanos());
    }

    @Test
    void a_long_invocation_keeps_a_fiftieth() {
        var deadline = Deadline.after(0, Duration.ofMinutes(15), MARGINS, Duration.ZERO);

        assertThat(deadline.untilSeal(0)).isEqualTo(Duration.ofSeconds(900 - 18).toNanos());
    }

    @Test
    void an_answer_that_took_longer_than_an_invocation_leaves_the_next_half_of_its_time() {
        var deadline = Deadline.after(0, Duration.ofSeconds(3), MARGINS, Duration.ofSeconds(30));

        assertThat(deadline.untilSeal(0)).isEqualTo(Duration.ofMillis(1_500).toNanos());
    }

    @Test
    void no_time_left_means_that_the_answer_is_due() {
        var deadline = Deadline.after(Long.MAX_VALUE, Duration.ZERO, MARGINS, Duration.ZERO);

        assertThat(deadline.untilSeal(Long.MAX_VALUE))
                .isEqualTo(Duration.ofMillis(-250).toNanos());
    }

    @Test
    void the_clock_may_pass_its_largest_value() {
        var deadline = Deadline.after(Long.MAX_VALUE - 5, Duration.ofSeconds(3), MARGINS, Duration.ZERO);

        assertThat(deadline.untilSeal(Long.MAX_VALUE - 5))
                .isEqualTo(Duration.ofMillis(2_750).toNanos());
    }

    @Test
    void negative_margins_are_refused() {
        assertThatThrownBy(() -> new Margins(Duration.ofMillis(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }
}
