package renditions.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {
    @ParameterizedTest
    @CsvSource({
        "0055AED6DCD90281E5, 0055AED6DCD90281E6, BEFORE",
        "0055AED6DCD90281E5, 0055AED6DCD90281E5, SAME",
        "0055aed6dcd90281e5, 0055AED6DCD90281E5, SAME",
        "0055AED6DCD90281E6, 0055AED6DCD90281E5, AFTER",
        "0055AED6DCD90281,   0055AED6DCD90281E5, UNKNOWN",
        "0055AED6DCD90281E5, ,                   UNKNOWN",
        ",                   0055AED6DCD90281E5, UNKNOWN",
        ",                   ,                   UNKNOWN",
    })
    void two_events_are_ordered_where_both_sequencers_have_one_length(String event, String other, Order order) {
        assertThat(Order.of(event, other)).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 2", "1, 2, 2", "1, 1, 1", "10, 2, 10", "2, 10, 2", "1, , 1", ", 1, 1", ", , "})
    void the_later_of_two_is_that_of_the_event_where_nothing_tells(String event, String known, String later) {
        assertThat(Known.later(event, known)).isEqualTo(later);
    }
}
