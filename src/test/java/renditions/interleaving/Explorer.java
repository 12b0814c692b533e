package renditions.interleaving;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import renditions.interleaving.Moment.Slot;
import renditions.interleaving.Player.Move;
import renditions.interleaving.Player.Part;

/// Goes through every interleaving of a story: whenever more than one thing can happen next, each of them does.
/// What happens after a moment depends on that moment alone, so moments that are reached in several ways are gone
/// on from once, and counted each time.
final class Explorer implements AutoCloseable {
    private final Story story;
    private final Physics physics;
    private final Player player;
    private final Judge judge;
    private final Map<Moment, BigInteger> known = new HashMap<>();
    private final Map<Object, Object> parts = new HashMap<>();
    private final Set<Moment> open = new HashSet<>();
    private final Deque<String> trail = new ArrayDeque<>();

    Explorer(Story story, Physics physics) {
        this.story = story;
        this.physics = physics;
        player = new Player(story.layout(), story.removals());
        judge = new Judge(story.layout(), story.removals(), player);
    }

    /// What was gone through.
    ///
    /// @param moments that differ
    /// @param interleavings ways from the beginning to an end
    record Tally(int moments, BigInteger interleavings) {}

    /// Goes through all.
    ///
    /// @throws AssertionError for the first that ends wrong, with the way there
    Tally explore() {
        var interleavings = count(new Moment(0, World.EMPTY, List.of(), story.kills(), story.outOfTime()));
        return new Tally(known.size(), interleavings);
    }

    private BigInteger count(Moment moment) {
        var counted = known.get(moment);
        if (counted != null) {
            return counted;
        }
        if (!open.add(moment)) {
            throw wrong("this repeats itself for ever", moment);
        }
        judge.flawAtAnyTime(moment.world()).ifPresent(flaw -> {
            throw wrong(flaw, moment);
        });
        var steps = steps(moment);
        if (steps.isEmpty()) {
            judge.flawAtTheEnd(moment.world()).ifPresent(flaw -> {
                throw wrong(flaw, moment);
            });
        }
        var sum = steps.isEmpty() ? BigInteger.ONE : BigInteger.ZERO;
        for (var step : steps) {
            trail.addLast(step.name());
            step.flaw()
                    .or(() -> judge.flawOfStep(moment.world(), step.to().world()))
                    .ifPresent(flaw -> {
                        throw wrong(flaw, step.to());
                    });
            sum = sum.add(count(step.to()));
            trail.removeLast();
        }
        open.remove(moment);
        known.put(moment, sum);
        return sum;
    }

    private AssertionError wrong(String flaw, Moment moment) {
        return new AssertionError(flaw + " after\n  " + String.join("\n  ", trail) + "\nwith " + moment.world());
    }

    /// One thing that can happen next.
    ///
    /// @param flaw what is wrong with it already
    private record Step(String name, Moment to, Optional<String> flaw) {
        Step(String name, Moment to) {
            this(name, to, Optional.empty());
        }
    }

    private List<Step> steps(Moment moment) {
        var steps = new ArrayList<Step>();
        if (moment.acts() < story.acts().size()) {
            steps.add(act(moment));
        }
        for (int slot = 0; slot < moment.slots().size(); slot++) {
            switch (moment.slots().get(slot)) {
                case Slot.Waiting(int received) ->
                    steps.addAll(calls(
                            moment, slot, new Slot.Running(Math.min(received + 1, story.mostReceived()), Map.of())));
                case Slot.Running running -> {
                    steps.addAll(calls(moment, slot, running));
                    steps.addAll(ends(moment, slot, running));
                }
                case Slot.Acknowledged _ -> {}
            }
        }
        return steps;
    }

    private Step act(Moment moment) {
        var act = story.acts().get(moment.acts());
        var slots = new ArrayList<>(moment.slots());
        for (int letter = 0; letter < act.letters(); letter++) {
            slots.add(new Slot.Waiting(0));
        }
        var after = new Moment(moment.acts() + 1, act.on(moment.world()), slots, moment.kills(), moment.outOfTime());
        return new Step(act.toString(), after);
    }

    /// One of the calls that an attempt makes next is answered, or its answer reaches the queue.
    private List<Step> calls(Moment moment, int slot, Slot.Running running) {
        return switch (play(moment, slot, running, false)) {
            case Move.Ended ended -> List.of(new Step(slot + " ends " + ended, ended(moment, slot, running, ended)));
            case Move.Calls(var requests) ->
                requests.stream()
                        .map(request -> call(moment, slot, running, request))
                        .toList();
        };
    }

    private Step call(Moment moment, int slot, Slot.Running running, Request request) {
        var answered = physics.answer(moment.world(), request);
        var replies = new HashMap<>(running.replies());
        replies.put(request.id(), answered.reply());
        var after = new Slot.Running(running.received(), Map.copyOf(replies));
        var flaw = judge.flawOfCall(moment.world(), request, running.replies());
        return new Step(slot + " " + request, with(moment, slot, after, answered.world()), flaw);
    }

    /// The attempt is killed, or its time is over; a call under way may have happened all the same.
    private List<Step> ends(Moment moment, int slot, Slot.Running running) {
        var steps = new ArrayList<Step>();
        if (moment.kills() > 0) {
            var after = with(moment, slot, new Slot.Waiting(running.received()), moment.world());
            steps.add(new Step(
                    slot + " is killed",
                    new Moment(after.acts(), after.world(), after.slots(), moment.kills() - 1, moment.outOfTime())));
        }
        if (moment.outOfTime() > 0 && play(moment, slot, running, false) instanceof Move.Calls(var requests)) {
            steps.add(outOfTime(moment, slot, running, "", moment.world()));
            requests.stream()
                    .filter(Request::changesSomething)
                    .forEach(request -> steps.add(outOfTime(
                            moment,
                            slot,
                            running,
                            " during " + request,
                            physics.answer(moment.world(), request).world())));
        }
        return steps;
    }

    private Step outOfTime(Moment moment, int slot, Slot.Running running, String when, World world) {
        if (!(play(moment, slot, running, true) instanceof Move.Ended ended)) {
            throw new AssertionError("it goes on when its time is over");
        }
        var after = ended(with(moment, slot, running, world), slot, running, ended);
        return new Step(
                slot + " is out of time" + when,
                new Moment(after.acts(), after.world(), after.slots(), moment.kills(), moment.outOfTime() - 1));
    }

    private Moment ended(Moment moment, int slot, Slot.Running running, Move.Ended ended) {
        var after = ended.acknowledged() ? new Slot.Acknowledged() : new Slot.Waiting(running.received());
        return with(moment, slot, after, moment.world());
    }

    private Moment with(Moment moment, int slot, Slot after, World world) {
        var slots = new ArrayList<>(moment.slots());
        slots.set(slot, shared(after));
        return new Moment(moment.acts(), shared(world), slots, moment.kills(), moment.outOfTime());
    }

    /// One of all that are equal: moments are many, and what they are made of is few.
    @SuppressWarnings("unchecked") // what is equal to a world is a world, and so on
    private <T> T shared(T part) {
        var first = parts.putIfAbsent(part, part);
        return first == null ? part : (T) first;
    }

    private Move play(Moment moment, int slot, Slot.Running running, boolean outOfTime) {
        var letter = story.letters(moment.acts()).get(slot);
        return player.play(new Part(letter, running.received(), running.replies(), outOfTime));
    }

    @Override
    public void close() {
        player.close();
    }
}
