package renditions.batch;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
    /// @param groups the group of each item, compared by equality; asked only if the policy keeps an order
    /// @param costs the expected cost of each item
    Dispatch(
            int items,
            FailurePolicy policy,
            Deadline deadline,
            IntFunction<Object> groups,
            Expectation<Integer> costs) {
        ledger = new Ledger<>(items);
        this.policy = policy;
        this.deadline = deadline;
        order = new Order(items, policy == FailurePolicy.ORDERED ? groups : item -> item);
        admission = new Admission(costs);
        unsettled = items;
    }

    /// What the run must do now.
    sealed interface Step {
        /// Get a permit for an item from the lanes, then call [Dispatch#take].
        ///
        /// @param until when it is too late for any item, in nanoseconds of the clock
        record Enter(long until) implements Step {}

        /// Wait until an item ends.
        ///
        /// @param until when to ask again at the latest, in nanoseconds of the clock
        record Wait(long until) implements Step {}

        /// Seal and answer, at the latest at `until`. Until then, listeners may still finish.
        record Seal(long until) implements Step {}
    }

    /// What the run must do now. Settles the items that can never start.
    Step next(long now) {
        if (isOver(now)) {
            refuse(order.dropAll(), new Reason.NoTimeLeft());
        } else if (running == 0 && !order.hasNext()) {
            nothingRuns(deadline.untilCancel(now));
        }
        if (unsettled == 0 || deadline.untilSeal(now) <= 0) {
            return new Step.Seal(deadline.sealAt());
        }
        if (order.hasNext()) {
            return new Step.Enter(deadline.cancelAt());
        }
        return new Step.Wait(isOver(now) ? deadline.sealAt() : deadline.cancelAt());
    }

    /// The item that starts now, with the permit: the first one that is expected to be done before the cancel
    /// moment.
    ///
    /// @param backlog how long the pixel lane is expected to be busy with the items admitted before, in nanoseconds
    /// @return none, if none fits
    OptionalInt take(long now, long backlog) {
        admission.busy(backlog);
        long left = deadline.untilCancel(now);
        var item = order.next(candidate -> admission.fits(candidate, left));
        if (item.isPresent()) {
            admission.begun();
            running++;
        }
        return item;
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
    @SuppressWarnings("ReferenceEquality") // an item's own outcome may equal the seal's
    Report<R> seal() {
        var reason = stopped == null ? new Reason.AnswerDue() : stopped;
        var rest = new Outcome.NotFinished<R>(reason);
        var outcomes = ledger.seal(rest);
        int open = (int) outcomes.stream().filter(outcome -> outcome == rest).count();
        return new Report<>(outcomes, open, firstFailure(outcomes), deadline);
    }

    // A failure for which ended() was not called came after all those for which it was.
    private OptionalInt firstFailure(List<Outcome<R>> outcomes) {
        return firstFailure.isPresent()
                ? firstFailure
                : IntStream.range(0, outcomes.size())
                        .filter(item -> outcomes.get(item) instanceof Outcome.Failed<?>)
                        .findFirst();
    }

    private void nothingRuns(long left) {
        if (admission.doubts(order.deferred(), left)) {
            order.reconsider();
            return;
        }
        for (int item : order.dropDeferred()) {
            refuse(List.of(item), admission.tooLong(item, left));
            refuseBehind(item);
        }
    }

    // Only the first call counts: the first stop is the reason, and after it nothing can start.
    private void stop(long now, Reason reason) {
        if (stopped == null) {
            stopped = reason;
            deadline = deadline.stopped(now);
            refuse(order.dropAll(), reason);
        }
    }

    private void refuseBehind(int item) {
        refuse(order.dropBehind(item), new Reason.Behind(item));
    }

    private void refuse(List<Integer> items, Reason reason) {
        items.forEach(item -> ledger.settle(item, new Outcome.NotStarted<>(reason)));
        unsettled -= items.size();
    }
}
