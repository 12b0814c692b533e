package renditions.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Outcome<String> DONE = new Outcome.Done<>("first");
    private static final Outcome<String> REST = new Outcome.NotFinished<>(new Reason.TimeOver());
    private static final Outcome<String> LATER = new Outcome.Skipped<>("second");

    @Test
    void what_nobody_settled_is_not_acknowledged() {
        var outcomes = new Ledger<String>(2).seal(REST);

        assertThat(outcomes).hasSize(2).noneMatch(Outcome::acknowledged);
        assertThat(outcomes).containsOnly(REST);
    }

    @Test
    void the_first_outcome_stands() {
        var ledger = new Ledger<String>(1);

        assertThat(ledger.settle(0, DONE)).isTrue();
        assertThat(ledger.settle(0, LATER)).isFalse();
        assertThat(ledger.seal(REST)).isEqualTo(List.of(DONE));
    }

    @Test
    void after_the_seal_nothing_changes() {
        var ledger = new Ledger<String>(2);
        ledger.settle(0, DONE);
        var sealed = ledger.seal(REST);

        assertThat(ledger.settle(1, LATER)).isFalse();
        assertThat(ledger.seal(LATER)).isEqualTo(sealed);
    }
}
