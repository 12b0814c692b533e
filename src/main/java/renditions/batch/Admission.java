package renditions.batch;

import java.util.List;

/// Whether an item fits into the time left, by what it is expected to take; and what to do when nothing fits.
///
/// Belongs to the thread that runs the batch.
final class Admission {
    private final Expectation<Integer> costs;
    private long backlog;
    private boolean begun;
    private boolean toldSo; // that nothing fits

    /// @param costs of each item what it is expected to take
    Admission(Expectation<Integer> costs) {
        this.costs = costs;
    }

    /// How long the pixel lane is expected to be busy with what was admitted before, in nanoseconds. It holds until
    /// the next call.
    void busy(long backlogNanos) {
        backlog = backlogNanos;
    }

    /// Whether an item fits beside the backlog.
    ///
    /// @param left until running work is told to stop, in nanoseconds
    boolean fits(int item, long left) {
        return fitsAlone(item, left - backlog);
    }

    /// An item of the batch was begun.
    void begun() {
        begun = true;
    }

    /// Nothing runs, and nothing of `deferred` fits. Once in a batch, where nothing was begun and nothing would fit
    /// on a free lane either, the expectation is told so and may drop a belief. Where the lane is busy for other
    /// batches, they leave no time, and no belief is to be dropped.
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

    /// Why an item is not started that does not fit.
    Reason tooLong(int item, long left) {
        return new Reason.TooLong(costs.of(item).nanos(), Math.max(0, left - backlog));
    }

    private boolean fitsAlone(int item, long left) {
        return costs.of(item).nanos() <= left;
    }
}
