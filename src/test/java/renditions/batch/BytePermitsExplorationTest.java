package renditions.batch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/// Threads that take parts of a budget, in many orders of their steps: together they never hold more than the
/// budget, all of them end, and every part is given back.
class BytePermitsExplorationTest {
    private static final int UNIT = 64 * 1024;
    private static final int TOTAL = 3;

    @Test
    void nobody_holds_what_is_not_there_and_nobody_waits_for_ever() {
        Exploration.check(Three.class);
    }

    @Test
    void a_planted_race_is_found() {
        assertThatThrownBy(() -> Exploration.check(Racy.class)).isInstanceOf(LincheckAssertionError.class);
    }

    /// A budget of three units.
    public static class Three {
        private final BytePermits permits = new BytePermits(TOTAL * UNIT);
        private final AtomicInteger held = new AtomicInteger();

        @Operation
        public boolean one() throws InterruptedException {
            return enough(1);
        }

        @Operation
        public boolean two() throws InterruptedException {
            return enough(2);
        }

        /// More than the budget.
        @Operation
        public boolean four() throws InterruptedException {
            return enough(TOTAL + 1);
        }

        @Validate
        public void everythingIsBack() {
            if (permits.available() != TOTAL * UNIT) {
                throw new IllegalStateException("what came back: " + permits.available());
            }
        }

        private boolean enough(int units) throws InterruptedException {
            int counted = Math.min(units, TOTAL);
            try (var _ = permits.acquire(Cancellation.never(), (long) units * UNIT)) {
                boolean enough = held.addAndGet(counted) <= TOTAL;
                held.addAndGet(-counted);
                return enough;
            }
        }
    }

    /// A budget with a race: it looks first and takes then.
    public static class Racy {
        private final AtomicInteger free = new AtomicInteger(TOTAL);
        private final AtomicInteger held = new AtomicInteger();

        @Operation
        public boolean two() {
            if (free.get() < 2) {
                return true; // it would wait
            }
            free.addAndGet(-2);
            boolean enough = held.addAndGet(2) <= TOTAL;
            held.addAndGet(-2);
            free.addAndGet(2);
            return enough;
        }
    }
}
