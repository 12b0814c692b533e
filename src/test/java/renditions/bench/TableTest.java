package renditions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_stand_under_each_other_numbers_on_the_right() {
        var table = new Table(
                "Speed",
                "Per item.",
                List.of("items", "µs"),
                List.of(List.of("10", "1,204.50"), List.of("10,000", "3.10")));
        assertThat(table.lines())
                .containsExactly(
                        "## Speed",
                        "",
                        "Per item.",
                        "",
                        "| items  |       µs |",
                        "| ------ | -------: |",
                        "| 10     | 1,204.50 |",
                        "| 10,000 |     3.10 |");
    }

    @Test
    void a_narrow_column_still_has_a_rule() {
        assertThat(new Table("", "", List.of("a", "b"), List.of()).lines()).endsWith("| a  |  b |", "| -- | -: |");
    }

    @Test
    void a_row_without_a_cell_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("", "", List.of("a", "b"), List.of(List.of("1"))));
    }

    @Test
    void numbers_have_the_digits_they_are_asked_for() {
        assertThat(Cell.number(1204.5, 2)).isEqualTo("1,204.50");
        assertThat(Cell.number(0.996, 0)).isEqualTo("1");
        assertThat(Cell.range(new Distribution(List.of(2.0, 1.25)), 1)).isEqualTo("1.2 to 2.0");
    }
}
