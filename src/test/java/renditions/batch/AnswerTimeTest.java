package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import renditions.batch.Deadline.Margins;

class AnswerTimeTest {
    private final AnswerTime answers = new AnswerTime();

    @Test
    void the_first_may_take_long_since_its_classes_are_loaded() {
        assertThat(answers.expected()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void a_long_answer_is_remembered_and_slowly_forgotten() {
        answers.learn(1_000_000_000);
        answers.learn(10);
        assertThat(answers.expected()).isEqualTo(Duration.ofMillis(900));
        for (int i = 0; i < 300; i++) {
            answers.learn(10);
        }
        assertThat(answers.expected()).isEqualTo(Duration.ofNanos(10));
    }

    @Test
    void a_long_answer_makes_the_reserve_longer() {
        var margins = new Margins(Duration.ofMillis(250), Duration.ZERO);

        var deadline = Deadline.after(0, Duration.ofSeconds(3), margins, Duration.ofMillis(700));

        assertThat(deadline.untilSeal(0)).isEqualTo(Duration.ofMillis(2_300).toNanos());
    }
}
