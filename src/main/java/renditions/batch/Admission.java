package renditions.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Decides by expected cost what does not start beside other work, and which item is the most promising. It
/// never forbids an item.
///
/// Belongs to the thread that runs the batch.
final class Admission {
    private final Expectation<Integer> costs;

    /// For each item that did not fit, what was found when it was last looked at.
    private final Map<Integer, Reason.TooLong> tooLong = new HashMap<>();

    /// Items that found out while they ran that they take too long beside others.
    private final Set<Integer> putBack = new HashSet<>();

    /// @param costs the expected cost of each item
    Admission(Expectation<Integer> costs) {
        this.costs = costs;
    }

    /// Whether an item is expected to be done in time. An item that was put back is not.
    ///
    /// @param left the time until running work is told to stop, less the time that the pixel lane is busy
    ///     before that, in nanoseconds
    boolean fits(int item, long left) {
        if (putBack.contains(item)) {
            return false;
        }
        long expected = nanos(item);
        if (expected <= left) {
            return true;
        }
        tooLong.put(item, new Reason.TooLong(expected, Math.max(0, left)));
        return false;
    }

    /// The expected time of an item, in nanoseconds.
    long nanos(int item) {
        var looked = tooLong.get(item);
        return looked != null && putBack.contains(item)
                ? looked.expectedNanos()
                : costs.of(item).nanos();
    }

    /// Notes what an item that was put back has found out.
    void putBack(int item, Reason.TooLong why) {
        tooLong.put(item, why);
        putBack.add(item);
    }

    /// Why an item was not started before the time was over.
    Reason whyNot(int item) {
        var looked = tooLong.get(item);
        return looked == null ? new Reason.NoTimeLeft() : looked;
    }
}
