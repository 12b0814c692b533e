package renditions.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/// A batch played through a [Dispatch] in virtual time. The behaviour of each item is drawn beforehand, and every
/// event is recorded. Times are in nanoseconds from 0.
final class Schedule {
    /// The behaviour of an item after its start.
    ///
    /// @param takes how long it takes to end by itself
    /// @param expected the prediction, right or wrong
    /// @param outcome its outcome then
    /// @param stopsAfter how long it takes to end, not finished, after it is told to stop; [Long#MAX_VALUE] if it
    ///     ignores that
    /// @param heardAfter how long after its end the dispatch is told
    record Script(long takes, Cost expected, Outcome<Integer> outcome, int group, long stopsAfter, long heardAfter) {
        /// An item of whose end the dispatch is told at once.
        Script(long takes, Cost expected, Outcome<Integer> outcome, int group, long stopsAfter) {
            this(takes, expected, outcome, group, stopsAfter, 0);
        }

        /// An item that takes the expected time, and ends at once when it is told to stop.
        static Script exact(long takes, Outcome<Integer> outcome, int group) {
            return new Script(takes, new Cost(takes, 0), outcome, group, 0);
        }
    }

    /// The steps at the end of an item.
    enum Step {
        STARTED,
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
    private long load;
    private boolean told;

    Schedule(List<Script> scripts, FailurePolicy policy, Deadline deadline, int permits) {
        this.scripts = scripts;
        this.policy = policy;
        this.deadline = deadline;
        this.permits = permits;
        dispatch = new Dispatch<>(
                scripts.size(),
                policy,
                deadline,
                item -> scripts.get(item).group(),
                item -> scripts.get(item).expected());
    }

    /// Plays the batch to its answer, and work that still runs to its end.
    Schedule play() {
        for (int steps = 0; sealedAt < 0; steps++) {
            if (steps > 100 * (scripts.size() + 1)) {
                throw new AssertionError("it never ends");
            }
            switch (dispatch.next(now)) {
                case Dispatch.Step.Enter(long until) -> enter(until);
                case Dispatch.Step.Wait(long until) -> advance(until);
                case Dispatch.Step.Seal(long _) -> seal();
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

    private void enter(long until) {
        if (permits == 0) {
            advance(until);
            return;
        }
        long backlog = load / 2; // a pixel lane of two threads
        dispatch.take(now, backlog).ifPresent(item -> start(item, backlog));
    }

    private void start(int item, long backlog) {
        var script = scripts.get(item);
        permits--;
        load += script.expected().pixelNanos();
        trail.add(new Event(now, item, Step.STARTED, backlog, script.outcome()));
        coming.add(new Coming(now + script.takes(), item, Step.ENDED, script.outcome()));
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
        trail.add(new Event(now, next.item(), next.step(), 0, next.outcome()));
        if (next.step() == Step.ENDED) {
            end(next.item(), next.outcome());
        } else if (sealedAt < 0) {
            dispatch.ended(now, next.item());
        }
    }

    private void end(int item, Outcome<Integer> outcome) {
        permits++;
        load -= scripts.get(item).expected().pixelNanos();
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
