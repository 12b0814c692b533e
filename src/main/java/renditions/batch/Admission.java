package renditions.batch;

import java.util.List;

/// Decides by expected cost whether an item fits into the time left, and what to do when no item fits.
///
/// Belongs to the thread that runs the batch.
final class Admission {
    private final Expectation<Integer> costs;
    private long backlog;
    private boolean begun;
    private boolean toldSo; // the expectation was told that nothing fits

    /// @param costs the expected cost of each item
    Admission(Expectation<Integer> costs) {
        this.costs = costs;
    }

    /// Sets how long the pixel lane is expected to be busy with the items admitted before, in nanoseconds. It holds
    /// until the next call.
    void busy(long backlogNanos) {
        backlog = backlogNanos;
    }

    /// Whether an item fits beside the backlog.
    ///
    /// @param left until running work is told to stop, in nanoseconds
    boolean fits(int item, long left) {
        return fitsAlone(item, left - backlog);
    }

    /// Notes that an item of the batch was begun.
    void begun() {
        begun = true;
    }

    /// Called when nothing runs and nothing of `deferred` fits. If nothing of the batch was begun and nothing would
    /// fit on a free lane either, the expectation is told, once in a batch, and may drop what it learned. If items
    /// would fit on a free lane, other batches keep the lane busy, and the expectation is not told.
    ///
    /// @return whether to look at the items again
    boolean doubts(List<Integer> deferred, long left) {
        if (begun || toldSo || deferred.isEmpty() || deferred.stream().anyMatch(item -> fitsAlone(item, left))) {
            return false;
        }
        toldSo = true;
        costs.nothingFits();
        return true;
    }

    /// The reason why an item that does not fit is not started.
    Reason tooLong(int item, long left) {
        return new Reason.TooLong(costs.of(item).nanos(), Math.max(0, left - backlog));
    }

    private boolean fitsAlone(int item, long left) {
        return costs.of(item).nanos() <= left;
    }
}
