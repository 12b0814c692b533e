package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest(name = "of {0} ms, where answers took {1}: {2} for the answer, {3} of grace")
    @CsvSource({
        "3000,    0, 250, 100", // as they are set
        "1400,    0, 250, 100",
        "1050,    0, 187.5, 75", // a quarter, in the same proportion
        " 140,    0, 25, 10",
        "1050,  180, 187.5, 75", // less than is kept anyway
        "1050,  200, 200, 62.5", // what answers took wins over the grace,
        "1050,  300, 300, 0", // then over the quarter,
        "1050, 9000, 525, 0", // up to half
        "   0,  300, 0, 0",
        "-500,  300, 0, 0",
    })
    void reserve_and_grace_take_a_quarter_at_most_and_what_answers_took_at_least(
            long remaining, long answer, double reserve, double grace) {
        var deadline = Deadline.after(0, Duration.ofMillis(remaining), MARGINS, Duration.ofMillis(answer));

        assertThat(remaining - deadline.untilSeal(0) / 1e6).isEqualTo(reserve);
        assertThat((deadline.untilSeal(0) - deadline.untilCancel(0)) / 1e6).isEqualTo(grace);
    }

    @Test
    void no_margins_keep_nothing() {
        var deadline = Deadline.after(5, Duration.ZERO, new Margins(Duration.ZERO, Duration.ZERO), Duration.ZERO);

        assertThat(deadline).isEqualTo(new Deadline(5, 5));
    }

    @Test
    void no_time_left_means_that_the_answer_is_due() {
        var deadline = Deadline.after(Long.MAX_VALUE, Duration.ZERO, MARGINS, Duration.ZERO);

        assertThat(deadline.untilSeal(Long.MAX_VALUE)).isZero();
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
