package renditions.bench;

import renditions.batch.Lanes;
import renditions.batch.NanoClock;

/// This machine's cores, used as the function uses those of Lambda.
final class Cores {
    /// How many items are in flight for each core, as in the function.
    private static final int ITEMS_PER_CORE = 4;

    private Cores() {}

    static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Lanes of the size that the function has on this machine.
    static Lanes lanes(NanoClock clock) {
        return new Lanes(clock, count(), count() * ITEMS_PER_CORE);
    }
}
