package renditions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import renditions.batch.Reason;

class ReasonWordsTest {
    @Test
    void items_are_called_by_their_place_from_one_on() {
        assertThat(ReasonWords.of(new Reason.Behind(0)))
                .isEqualTo("item 1, which is before it in its group, is not done");
        assertThat(ReasonWords.of(new Reason.StoppedBy(1))).isEqualTo("item 2 failed and the rest was stopped");
    }

    @Test
    void items_are_called_by_their_name_where_it_is_known() {
        assertThat(ReasonWords.of(new Reason.StoppedBy(1), place -> "picture-" + place + ".jpg"))
                .isEqualTo("picture-1.jpg failed and the rest was stopped");
    }

    @Test
    void time_is_told_in_whole_milliseconds() {
        assertThat(ReasonWords.of(new Reason.TooLong(3_600_000_000_000L, 1_999_999)))
                .isEqualTo("it is expected to take 3,600,000 ms, and beside other items 1 were left");
    }

    @Test
    void a_stop_says_where_it_came() {
        assertThat(ReasonWords.of(new Reason.Stopped(Reason.Lane.NETWORK))).isEqualTo("stopped during a transfer");
        assertThat(ReasonWords.of(new Reason.Stopped(Reason.Lane.PIXELS)))
                .isEqualTo("stopped before the picture was done");
    }
}
