package renditions.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The decisions of one batch: which item starts next, which never will, when the answer is due. It knows no
/// threads and no clock, so that random schedules can be played through it; its run tells it what happens and does
/// what it says.
///
/// It belongs to the thread that runs the batch. Only [#settle] and [#whyStopped] are for every thread.
final class Dispatch<R> {
    private final Ledger<R> ledger;
    private final FailurePolicy policy;
    private final Expectation<Integer> costs;

    /// For each group its items that wait for an earlier one, in order; empty for items that need no other.
    private final List<Deque<Integer>> behind = new ArrayList<>();

    private final int[] groups;
    private final Deque<Integer> ready = new ArrayDeque<>();

    /// What was ready and did not fit into the time left, in order. It may fit later, when predictions become
    /// better or running work ends early.
    private final Deque<Integer> deferred = new ArrayDeque<>();

    private Deadline deadline;
    private boolean begun;
    private boolean toldSo; // that nothing fits
    private boolean lookAgain;
    private long backlog; // as it was at the last look for an item that fits
    private int unsettled;
    private int running;
    private volatile @Nullable Reason stopped; // written by the thread that runs the batch
    private OptionalInt firstFailure = OptionalInt.empty();

    /// @param items how many
    /// @param groups of each item its group, compared by equality; asked only where the policy keeps an order
    /// @param costs of each item what it is expected to take
    Dispatch(
            int items,
            FailurePolicy policy,
            Deadline deadline,
            IntFunction<Object> groups,
            Expectation<Integer> costs) {
        ledger = new Ledger<>(items);
        this.policy = policy;
        this.deadline = deadline;
        this.costs = costs;
        unsettled = items;
        this.groups = new int[items];
        if (policy == FailurePolicy.ORDERED) {
            queue(items, groups);
        } else {
            IntStream.range(0, items).forEach(ready::add);
        }
    }

    /// What is to be done now.
    sealed interface Step {
        /// Get room for an item in the lanes, then [Dispatch#take].
        ///
        /// @param until when it would be too late for any, in nanoseconds of the clock
        record Enter(long until) implements Step {}

        /// Wait until an item ends.
        ///
        /// @param until when to ask again at the latest, in nanoseconds of the clock
        record Wait(long until) implements Step {}

        /// Answer, at the latest at `until`; before that, those who hear how items ended may come to their end.
        record Seal(long until) implements Step {}
    }

    /// What is to be done now. Settles what can never start.
    Step next(long now) {
        if (deadline.untilCancel(now) <= 0) {
            refuse(ready, new Reason.NoTimeLeft());
            refuse(deferred, new Reason.NoTimeLeft());
            refuseBehind(new Reason.NoTimeLeft());
        } else if (running == 0 && ready.isEmpty() && !lookAgain) {
            nothingRuns(now);
        }
        if (unsettled == 0 || deadline.untilSeal(now) <= 0) {
            return new Step.Seal(deadline.sealAt());
        }
        boolean startable = !ready.isEmpty() || (lookAgain && !deferred.isEmpty());
        if (startable) {
            return new Step.Enter(deadline.cancelAt());
        }
        return new Step.Wait(deadline.untilCancel(now) > 0 ? deadline.cancelAt() : deadline.sealAt());
    }

    /// The item that starts now, for which there is room: the first that is expected to be done before running
    /// work is told to stop.
    ///
    /// @param backlog how long the pixel lane is expected to be busy with what was admitted before, in nanoseconds
    /// @return none, if none fits
    OptionalInt take(long now, long backlog) {
        this.backlog = backlog;
        long left = deadline.untilCancel(now) - backlog;
        while (!ready.isEmpty()) {
            int item = ready.remove();
            if (fits(item, left)) {
                return started(item);
            }
            deferred.add(item);
        }
        lookAgain = false;
        for (var waiting = deferred.iterator(); waiting.hasNext(); ) {
            int item = waiting.next();
            if (fits(item, left)) {
                waiting.remove();
                lookAgain = true;
                return started(item);
            }
        }
        return OptionalInt.empty();
    }

    /// Enters how an item ended that was started, from its own thread; [#ended] is to follow.
    ///
    /// @return whether that stands: it does unless the ledger was sealed before
    boolean settle(int item, Outcome<R> outcome) {
        return ledger.settle(item, outcome);
    }

    /// An item was settled before this.
    void ended(long now, int item) {
        running--;
        unsettled--;
        lookAgain = true;
        var outcome = Objects.requireNonNull(ledger.outcome(item), "it is settled");
        if (outcome instanceof Outcome.Failed<?> && firstFailure.isEmpty()) {
            firstFailure = OptionalInt.of(item);
        }
        if (policy.stopsAll(outcome)) {
            stop(now, new Reason.StoppedBy(item));
        } else if (policy == FailurePolicy.ORDERED) {
            follow(item, outcome);
        }
    }

    /// Whether what runs must be told to stop: because the time is over, or because of a failure before that.
    boolean isOver(long now) {
        return deadline.untilCancel(now) <= 0;
    }

    /// Why what runs was told to stop.
    Reason whyStopped() {
        var reason = stopped;
        return reason == null ? new Reason.TimeOver() : reason;
    }

    /// Seals the ledger. Nothing changes the outcomes any more.
    ///
    /// Race with items that are just settled: what the ledger has is reported, whether or not this dispatch was
    /// told.
    @SuppressWarnings("ReferenceEquality") // an item may have ended with an outcome that reads like the seal's
    Report<R> seal() {
        var reason = stopped == null ? new Reason.AnswerDue() : stopped;
        var rest = new Outcome.NotFinished<R>(reason);
        var outcomes = ledger.seal(rest);
        int open = (int) outcomes.stream().filter(outcome -> outcome == rest).count();
        return new Report<>(outcomes, open, firstFailure(outcomes), deadline);
    }

    // One that this dispatch was not told of failed after all that it was told of.
    private OptionalInt firstFailure(List<Outcome<R>> outcomes) {
        return firstFailure.isPresent()
                ? firstFailure
                : IntStream.range(0, outcomes.size())
                        .filter(item -> outcomes.get(item) instanceof Outcome.Failed<?>)
                        .findFirst();
    }

    private void queue(int items, IntFunction<Object> groupOf) {
        var numbers = new HashMap<Object, Integer>();
        Function<Object, Integer> add = _ -> {
            behind.add(new ArrayDeque<>());
            return behind.size() - 1;
        };
        for (int item = 0; item < items; item++) {
            boolean first = !numbers.containsKey(groupOf.apply(item));
            groups[item] = numbers.computeIfAbsent(groupOf.apply(item), add);
            (first ? ready : behind.get(groups[item])).add(item);
        }
    }

    private void follow(int item, Outcome<R> outcome) {
        var next = behind.get(groups[item]);
        if (!outcome.acknowledged()) {
            refuse(next, new Reason.Behind(item));
        } else if (!next.isEmpty()) {
            ready.add(next.remove());
        }
    }

    // Where the lane is busy for other batches it is them that leave no time, and no belief is to be dropped.
    private void nothingRuns(long now) {
        long left = deadline.untilCancel(now);
        if (begun || toldSo || deferred.isEmpty() || deferred.stream().anyMatch(item -> fits(item, left))) {
            refuseDeferred(left - backlog);
        } else {
            toldSo = true;
            lookAgain = true;
            costs.nothingFits();
        }
    }

    private OptionalInt started(int item) {
        begun = true;
        running++;
        return OptionalInt.of(item);
    }

    private boolean fits(int item, long left) {
        return costs.of(item).nanos() <= left;
    }

    // Once: what stopped it first is the reason, and nothing is left that could start.
    private void stop(long now, Reason reason) {
        if (stopped != null) {
            return;
        }
        stopped = reason;
        deadline = deadline.stopped(now);
        refuse(ready, reason);
        refuse(deferred, reason);
    }

    private void refuseDeferred(long leftNanos) {
        long left = Math.max(0, leftNanos);
        for (int item : deferred) {
            refuse(item, new Reason.TooLong(costs.of(item).nanos(), left));
            if (policy == FailurePolicy.ORDERED) {
                refuse(behind.get(groups[item]), new Reason.Behind(item));
            }
        }
        deferred.clear();
    }

    private void refuseBehind(Reason reason) {
        behind.forEach(group -> refuse(group, reason));
    }

    private void refuse(Deque<Integer> items, Reason reason) {
        items.forEach(item -> refuse(item, reason));
        items.clear();
    }

    private void refuse(int item, Reason reason) {
        ledger.settle(item, new Outcome.NotStarted<>(reason));
        unsettled--;
    }
}
