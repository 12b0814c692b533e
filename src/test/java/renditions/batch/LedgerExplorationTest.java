package renditions.batch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Workers that settle an item, and seals, in many orders of their steps: the calls return the same as if they had
/// come one after the other, in some order.
///
/// Only one item is explored, because items are independent: a seal goes from one to the next, and if each item has
/// that property, all have it together (Herlihy and Wing on linearizability, "locality").
class LedgerExplorationTest {
    @Test
    void of_all_who_settle_and_seal_one_is_first_and_every_other_is_told_so() {
        Exploration.check(One.class);
    }

    @Test
    void a_planted_race_is_found() {
        assertThatThrownBy(() -> Exploration.check(Racy.class)).isInstanceOf(LincheckAssertionError.class);
    }

    /// A ledger of one item.
    public static class One {
        private final Ledger<String> ledger = new Ledger<>(1);

        @Operation
        public boolean done() {
            return ledger.settle(0, new Outcome.Done<>(""));
        }

        @Operation
        public boolean skipped() {
            return ledger.settle(0, new Outcome.Skipped<>(""));
        }

        @Operation
        public String seal() {
            return ledger.seal(new Outcome.NotFinished<>(new Reason.AnswerDue()))
                    .toString();
        }
    }

    /// A ledger with a race: it looks first and writes then.
    public static class Racy {
        private final AtomicReference<@Nullable Outcome<String>> item = new AtomicReference<>();

        @Operation
        public boolean done() {
            return settle(new Outcome.Done<>(""));
        }

        @Operation
        public boolean skipped() {
            return settle(new Outcome.Skipped<>(""));
        }

        @Operation
        public String seal() {
            settle(new Outcome.NotFinished<>(new Reason.AnswerDue()));
            return String.valueOf(item.get());
        }

        private boolean settle(Outcome<String> outcome) {
            boolean open = item.get() == null;
            if (open) {
                item.set(outcome);
            }
            return open;
        }
    }
}
