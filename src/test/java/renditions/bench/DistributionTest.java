package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private static final Distribution HUNDRED = new Distribution(
            IntStream.rangeClosed(1, 100).mapToObj(value -> 101.0 - value).toList());

    @ParameterizedTest
    @CsvSource({"0.1, 1", "1, 1", "1.1, 2", "50, 50", "99, 99", "99.01, 100", "100, 100"})
    void a_percentile_is_the_smallest_value_that_so_many_do_not_exceed(double percent, double value) {
        assertThat(HUNDRED.percentile(percent)).isEqualTo(value);
    }

    @Test
    void of_few_values_a_high_percentile_is_the_largest() {
        var few = new Distribution(List.of(7.0, 3.0, 5.0));
        assertThat(few.percentile(99)).isEqualTo(7);
        assertThat(few.median()).isEqualTo(5);
        assertThat(few.min()).isEqualTo(3);
        assertThat(few.max()).isEqualTo(7);
    }

    @Test
    void the_median_of_an_even_number_of_values_was_measured() {
        assertThat(new Distribution(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100.1, Double.NaN})
    void other_percentiles_do_not_exist(double percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HUNDRED.percentile(percent))
                .withMessageContaining("" + percent);
    }

    @Test
    void nothing_measured_is_no_distribution() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(List.of(1.0, Double.NaN)));
    }
}
