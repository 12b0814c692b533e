package renditions.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A batch played through a [Dispatch] in virtual time, on a pixel lane of one thread that its items share:
/// the item that started first goes first, in pieces that cannot be interrupted. Times are in nanoseconds
/// from 0.
final class OneLane {
    /// How long a piece of work is, at most.
    static final long PIECE = 20;

    private static final int PERMITS = 4;

    /// An item.
    ///
    /// @param needs how long it computes
    /// @param expected what is predicted of that, right or wrong
    /// @param found what it finds out in its first piece, right or wrong
    record Item(long needs, long expected, long found, boolean turn) {}

    /// An item that runs.
    private static final class Running {
        final Dispatch.Start start;
        long computed;

        Running(Dispatch.Start start) {
            this.start = start;
        }
    }

    private final List<Item> items;
    private final Deadline deadline;
    private final Dispatch<Integer> dispatch;
    private final List<Running> running = new ArrayList<>();
    private long now;

    OneLane(List<Item> items, Deadline deadline) {
        this.items = items;
        this.deadline = deadline;
        dispatch = new Dispatch<>(
                items.size(),
                FailurePolicy.COLLECT,
                deadline,
                new Order(items.size(), item -> item, item -> items.get(item).turn()),
                item -> new Cost(items.get(item).expected(), 0));
    }

    /// Plays it to the answer.
    List<Outcome<Integer>> play() {
        while (true) {
            switch (dispatch.next(now)) {
                case Move.Enter _ -> enter();
                case Move.Wait(long until) -> compute(until);
                case Move.Seal _ -> {
                    return dispatch.seal().outcomes();
                }
            }
        }
    }

    private void enter() {
        var start = running.size() < PERMITS ? dispatch.take(now, backlog()) : Optional.<Dispatch.Start>empty();
        if (start.isPresent()) {
            running.add(new Running(start.get()));
        } else if (running.size() == PERMITS) {
            compute(deadline.cancelAt());
        }
    }

    private long backlog() {
        long left = deadline.untilCancel(now);
        return running.stream()
                .mapToLong(run -> Math.clamp(item(run).expected() - run.computed, 0, left))
                .sum();
    }

    private Item item(Running run) {
        return items.get(run.start.item());
    }

    /// One piece of the first item; when everything was told to stop, nothing more is computed.
    private void compute(long until) {
        if (running.isEmpty()) {
            throw new AssertionError("nothing runs at " + now + ", and it waits until " + until);
        }
        if (dispatch.isOver(now)) {
            now = until;
            return;
        }
        var first = running.getFirst();
        boolean begins = first.computed == 0;
        long piece = Math.min(PIECE, item(first).needs() - first.computed);
        now += piece;
        first.computed += piece;
        if (first.computed == item(first).needs() && !dispatch.isOver(now)) {
            end(first);
        } else if (begins) {
            look(first);
        }
    }

    private void end(Running run) {
        running.remove(run);
        int item = run.start.item();
        dispatch.settle(item, Numbers.done(item));
        dispatch.ended(now, item);
    }

    private void look(Running run) {
        long left = deadline.untilCancel(now);
        if (item(run).found() > left && left > 0 && !run.start.regardless() && running.size() > 1) {
            running.remove(run);
            dispatch.putBack(run.start.item(), new Reason.TooLong(item(run).found(), left));
        }
    }
}
