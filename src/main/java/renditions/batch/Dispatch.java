package renditions.batch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The decisions of one batch: which item starts next, which never will, when the answer is due. It knows no
/// threads and no clock, so that tests can play random schedules; its run tells it what happens and does what it
/// says.
///
/// It belongs to the thread that runs the batch. Every thread may call [#settle] and [#whyStopped].
final class Dispatch<R> {
    private final Ledger<R> ledger;
    private final FailurePolicy policy;
    private final Order order;
    private final Admission admission;
    private Deadline deadline;
    private int unsettled;
    private int running;
    private volatile @Nullable Reason stopped; // written by the thread that runs the batch
    private OptionalInt firstFailure = OptionalInt.empty();

    /// @param items how many
    /// @param costs the expected cost of each item
    Dispatch(int items, FailurePolicy policy, Deadline deadline, Order order, Expectation<Integer> costs) {
        ledger = new Ledger<>(items);
        this.policy = policy;
        this.deadline = deadline;
        this.order = order;
        admission = new Admission(costs);
        unsettled = items;
    }

    /// An item that starts.
    ///
    /// @param regardless of its expected cost, because it is its turn or because nothing else runs; such an
    ///     item is not put back
    record Start(int item, boolean regardless) {}

    /// What the run must do now. Settles the items that can never start.
    Move next(long now) {
        boolean over = isOver(now);
        if (over) {
            refuse(order.dropAll(), this::whyNotStarted);
        }
        if (unsettled == 0 || deadline.untilSeal(now) <= 0) {
            return new Move.Seal(deadline.sealAt());
        }
        if (order.hasNext()) {
            return new Move.Enter(deadline.cancelAt());
        }
        return new Move.Wait(over ? deadline.sealAt() : deadline.cancelAt());
    }

    /// The item that starts now, with the permit: the first one that is expected to be done before the cancel
    /// moment. If there is none and nothing runs, the most promising item is tried: an idle lane gains
    /// nothing, and the watchdog bounds the attempt.
    ///
    /// @param backlog how long the pixel lane is expected to be busy until the cancel moment, in nanoseconds
    /// @return none, if none fits beside what runs
    Optional<Start> take(long now, long backlog) {
        long left = deadline.untilCancel(now) - backlog;
        var fitting = order.next(item -> admission.fits(item, left));
        if (fitting.isPresent()) {
            return started(fitting.getAsInt(), order.isTurn(fitting.getAsInt()));
        }
        return running == 0 && order.hasDeferred()
                ? started(order.mostPromising(admission::nanos), true)
                : Optional.empty();
    }

    private Optional<Start> started(int item, boolean regardless) {
        running++;
        return Optional.of(new Start(item, regardless));
    }

    /// Enters the outcome of an item that was started. Called on the item's thread; [#ended] must follow.
    ///
    /// @return whether the outcome stands, that is the ledger was not sealed before
    boolean settle(int item, Outcome<R> outcome) {
        return ledger.settle(item, outcome);
    }

    /// Takes notice of an item that was settled.
    void ended(long now, int item) {
        running--;
        unsettled--;
        order.reconsider();
        var outcome = Objects.requireNonNull(ledger.outcome(item), "it is settled");
        if (outcome instanceof Outcome.Failed<?> && firstFailure.isEmpty()) {
            firstFailure = OptionalInt.of(item);
        }
        if (policy.stopsAll(outcome)) {
            stop(now, new Reason.StoppedBy(item));
        } else if (outcome.acknowledged()) {
            order.acknowledged(item);
        } else {
            refuseBehind(item);
        }
    }

    /// Takes notice of an item that was started and has ended without an outcome: it waits until nothing else
    /// runs.
    void putBack(int item, Reason.TooLong why) {
        running--;
        order.putBack(item);
        admission.putBack(item, why);
        order.reconsider();
    }

    /// Takes notice of a running item's new prediction: deferred items may fit now.
    void reconsider() {
        order.reconsider();
    }

    /// Whether running work must be told to stop, because the time is over or because of a failure before that.
    boolean isOver(long now) {
        return deadline.untilCancel(now) <= 0;
    }

    /// Why running work was told to stop.
    Reason whyStopped() {
        var reason = stopped;
        return reason == null ? new Reason.TimeOver() : reason;
    }

    /// Seals the ledger. After this nothing changes the outcomes.
    ///
    /// Race with items that are settled at the same time: the ledger's content is reported, whether or not [#ended]
    /// was called for it.
    Report<R> seal() {
        var reason = stopped == null ? new Reason.AnswerDue() : stopped;
        var rest = new Outcome.NotFinished<R>(reason);
        return Report.of(ledger.seal(rest), rest, firstFailure, deadline);
    }

    // Only the first call counts: the first stop is the reason, and after it nothing starts.
    private void stop(long now, Reason reason) {
        if (stopped == null) {
            stopped = reason;
            deadline = deadline.stopped(now);
        }
    }

    private Reason whyNotStarted(int item) {
        var reason = stopped;
        return reason == null ? admission.whyNot(item) : reason;
    }

    private void refuseBehind(int item) {
        refuse(order.dropBehind(item), _ -> new Reason.Behind(item));
    }

    private void refuse(List<Integer> items, Function<Integer, Reason> why) {
        items.forEach(item -> ledger.settle(item, new Outcome.NotStarted<>(why.apply(item))));
        unsettled -= items.size();
    }
}
