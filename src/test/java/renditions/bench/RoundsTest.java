package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
    @Test
    void there_are_as_many_as_asked_for_or_as_usual() {
        assertThat(Rounds.of(new String[] {"7"}, 15).count()).isEqualTo(7);
        assertThat(Rounds.of(new String[] {}, 15).count()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "", "1.5", "99999"})
    void what_is_no_number_of_rounds_is_refused_with_what_is(String asked) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rounds.of(new String[] {asked}, 15))
                .withMessage("ROUNDS is '" + asked + "', allowed: a whole number from 1 to 9999");
    }
}
