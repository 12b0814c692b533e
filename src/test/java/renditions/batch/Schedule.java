package renditions.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

/// A batch played through a [Dispatch] in virtual time. The behaviour of each item is drawn beforehand, and every
/// event is recorded. Times are in nanoseconds from 0.
final class Schedule {
    /// The behaviour of an item after its start.
    ///
    /// @param takes how long it takes to end by itself
    /// @param expected the prediction, right or wrong
    /// @param outcome its outcome then
    /// @param stopsAfter how long it takes to end, not finished, after it is told to stop; [Long#MAX_VALUE]
    ///     if it ignores that
    /// @param heardAfter how long after its end the dispatch is told
    /// @param turn whether it is its turn
    /// @param looksAfter how long after its start it finds out what it really takes, and can be put back;
    ///     negative if it never does
    record Script(
            long takes,
            Cost expected,
            Outcome<Integer> outcome,
            int group,
            long stopsAfter,
            long heardAfter,
            boolean turn,
            long looksAfter) {
        /// An item of whose end the dispatch is told at once, whose turn it is not, and that never finds out
        /// what it takes.
        Script(long takes, Cost expected, Outcome<Integer> outcome, int group, long stopsAfter) {
            this(takes, expected, outcome, group, stopsAfter, 0, false, -1);
        }

        /// The same, and it is its turn.
        Script itsTurn() {
            return new Script(takes, expected, outcome, group, stopsAfter, heardAfter, true, looksAfter);
        }

        /// The same, and it finds out what it takes.
        Script looking(long after) {
            return new Script(takes, expected, outcome, group, stopsAfter, heardAfter, turn, after);
        }

        /// An item that takes the expected time, and ends at once when it is told to stop.
        static Script exact(long takes, Outcome<Integer> outcome, int group) {
            return new Script(takes, new Cost(takes, 0), outcome, group, 0);
        }
    }

    /// The steps at the end of an item.
    enum Step {
        STARTED,
        /// It ended without an outcome: it is to be started again when nothing else runs.
        PUT_BACK,
        /// Its outcome is in the ledger.
        ENDED,
        /// The dispatch was told.
        HEARD
    }

    /// A start or a step of an item.
    ///
    /// @param backlog at a start, the expected backlog of the lane
    record Event(long at, int item, Step step, long backlog, Outcome<Integer> outcome) {
        boolean start() {
            return step == Step.STARTED;
        }
    }

    /// A step to come.
    private record Coming(long at, int item, Step step, Outcome<Integer> outcome) {}

    final List<Script> scripts;
    final FailurePolicy policy;
    final Deadline deadline;
    final List<Event> trail = new ArrayList<>();
    Report<Integer> report = new Report<>(List.of(), 0, OptionalInt.empty(), new Deadline(0, 0));
    long sealedAt = -1;

    /// How many events came before the seal.
    int eventsAtSeal;

    private final PriorityQueue<Coming> coming =
            new PriorityQueue<>(Comparator.comparingLong(Coming::at).thenComparingInt(Coming::item));
    private final Dispatch<Integer> dispatch;
    private long now;
    private int permits;
    private int running;
    private long load;
    private final Set<Integer> regardless = new HashSet<>();
    private boolean told;

    Schedule(List<Script> scripts, FailurePolicy policy, Deadline deadline, int permits) {
        this.scripts = scripts;
        this.policy = policy;
        this.deadline = deadline;
        this.permits = permits;
        var order = new Order(
                scripts.size(),
                item -> policy == FailurePolicy.ORDERED ? scripts.get(item).group() : item,
                item -> scripts.get(item).turn());
        dispatch = new Dispatch<>(
                scripts.size(),
                policy,
                deadline,
                order,
                item -> scripts.get(item).expected());
    }

    /// Plays the batch to its answer, and work that still runs to its end.
    Schedule play() {
        for (int steps = 0; sealedAt < 0; steps++) {
            if (steps > 100 * (scripts.size() + 1)) {
                throw new AssertionError("it never ends");
            }
            switch (dispatch.next(now)) {
                case Move.Enter(long until) -> enter(until);
                case Move.Wait(long until) -> await(until);
                case Move.Seal(long _) -> seal();
            }
        }
        while (!coming.isEmpty()) {
            advance(Long.MAX_VALUE);
        }
        return this;
    }

    /// The starts, in order.
    List<Event> starts() {
        return trail.stream().filter(Event::start).toList();
    }

    /// The ledger's outcomes after everything has ended.
    List<Outcome<Integer>> outcomesInTheEnd() {
        return dispatch.seal().outcomes();
    }

    private void seal() {
        report = dispatch.seal();
        sealedAt = now;
        eventsAtSeal = trail.size();
        tell();
    }

    private void await(long until) {
        if (coming.isEmpty() && !dispatch.isOver(now)) {
            throw new AssertionError("nothing runs at " + now + ", and it waits until " + until);
        }
        advance(until);
    }

    private void enter(long until) {
        if (permits == 0) {
            advance(until);
            return;
        }
        long backlog = load / 2; // a pixel lane of two threads
        dispatch.take(now, backlog).ifPresent(start -> start(start, backlog));
    }

    private void start(Dispatch.Start start, long backlog) {
        int item = start.item();
        var script = scripts.get(item);
        trail.add(new Event(now, item, Step.STARTED, backlog, script.outcome()));
        permits--;
        running++;
        load += script.expected().pixelNanos();
        coming.add(new Coming(now + script.takes(), item, Step.ENDED, script.outcome()));
        if (start.regardless()) {
            regardless.add(item);
        }
        if (script.looksAfter() >= 0 && script.looksAfter() < script.takes()) {
            coming.add(new Coming(now + script.looksAfter(), item, Step.PUT_BACK, script.outcome()));
        }
    }

    private void advance(long until) {
        var next = coming.peek();
        if (next == null || next.at() > until) {
            now = Math.max(now, until);
        } else {
            coming.remove();
            now = Math.max(now, next.at());
            come(next);
        }
        if (now >= deadline.cancelAt() || dispatch.isOver(now)) {
            tell();
        }
    }

    private void come(Coming next) {
        if (next.step() == Step.PUT_BACK && !isPutBack(next.item())) {
            return;
        }
        trail.add(new Event(now, next.item(), next.step(), 0, next.outcome()));
        switch (next.step()) {
            case STARTED -> throw new AssertionError(next);
            case PUT_BACK -> putBack(next.item());
            case ENDED -> end(next.item(), next.outcome());
            case HEARD -> {
                if (sealedAt < 0) {
                    dispatch.ended(now, next.item());
                }
            }
        }
    }

    private boolean isPutBack(int item) {
        boolean tooLong = scripts.get(item).takes() > deadline.cancelAt() - now;
        return tooLong && running > 1 && !regardless.contains(item) && !told;
    }

    private void putBack(int item) {
        giveBack(item);
        coming.removeIf(next -> next.item() == item);
        var script = scripts.get(item);
        dispatch.putBack(item, new Reason.TooLong(script.takes(), deadline.cancelAt() - now));
    }

    private void giveBack(int item) {
        permits++;
        running--;
        load -= scripts.get(item).expected().pixelNanos();
    }

    private void end(int item, Outcome<Integer> outcome) {
        giveBack(item);
        dispatch.settle(item, outcome);
        long later = scripts.get(item).heardAfter();
        var heard = new Coming(now + later, item, Step.HEARD, outcome);
        if (later == 0) {
            come(heard);
        } else {
            coming.add(heard);
        }
    }

    // Tells running items to stop, once: those that obey end earlier, not finished.
    private void tell() {
        if (told) {
            return;
        }
        told = true;
        var all = List.copyOf(coming);
        coming.clear();
        all.forEach(next -> coming.add(stopped(next)));
    }

    private Coming stopped(Coming next) {
        long stops = scripts.get(next.item()).stopsAfter();
        boolean earlier = next.step() == Step.ENDED && stops != Long.MAX_VALUE && now + stops < next.at();
        return earlier
                ? new Coming(now + stops, next.item(), Step.ENDED, new Outcome.NotFinished<>(new Reason.TimeOver()))
                : next;
    }
}
