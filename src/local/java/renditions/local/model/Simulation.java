package renditions.local.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// One run of a plan in virtual time. Used once, by one thread.
final class Simulation {
    /// "Scaling behavior" of SQS event source mappings in the Lambda guide: five batches at once in the beginning,
    /// three
    /// hundred more each minute.
    private static final int FIRST = 5;

    private static final double MORE_EACH_SECOND = 300 / 60.0;

    private final Plan plan;
    private final RandomGenerator random;
    private final PriorityQueue<Invocation> running = new PriorityQueue<>(Comparator.comparingDouble(Invocation::end));
    private final PriorityQueue<Message> waiting = new PriorityQueue<>(Comparator.comparingDouble(Message::visible));
    private double now;
    private long taken;
    private Result result = Result.NOTHING;

    private Simulation(Plan plan) {
        this.plan = plan;
        random = new SplittableRandom(plan.seed());
    }

    private record Invocation(double begin, Lanes lanes) {
        double end() {
            return begin + lanes.seconds();
        }
    }

    /// What comes of a plan.
    static Result of(Plan plan) {
        return new Simulation(plan).run();
    }

    private Result run() {
        startAll();
        while (!running.isEmpty() || !waiting.isEmpty()) {
            if (running.isEmpty()) {
                now = Math.max(now, waiting.element().visible());
            } else {
                var ended = running.remove();
                now = ended.end();
                settle(ended);
            }
            startAll();
        }
        return result;
    }

    private void startAll() {
        while (running.size() < most() && isThereWork()) {
            start();
        }
    }

    private double most() {
        return switch (plan.feed()) {
            case QUEUE -> Math.min(plan.concurrency(), FIRST + MORE_EACH_SECOND * now);
            case JOB -> plan.concurrency();
        };
    }

    private boolean isThereWork() {
        return taken < plan.uploads()
                || (!waiting.isEmpty() && waiting.element().visible() <= now);
    }

    private void start() {
        var batch = new ArrayList<Message>();
        while (batch.size() < plan.batch() && isThereWork()) {
            batch.add(next().received());
        }
        var lanes = Lanes.of(plan, batch, random);
        running.add(new Invocation(now, lanes));
        result = result.invoked(lanes.seconds(), batch.size());
    }

    private Message next() {
        return !waiting.isEmpty() && waiting.element().visible() <= now
                ? waiting.remove()
                : new Message(plan.kind(taken++), 0, 0);
    }

    private void settle(Invocation ended) {
        for (var message : ended.lanes().finished()) {
            if (message.fails()) {
                redeliver(message, ended);
            } else {
                result = result.done(now);
            }
        }
        ended.lanes().unfinished().forEach(message -> redeliver(message, ended));
    }

    private void redeliver(Message message, Invocation ended) {
        if (isGivenUp(message)) {
            result = result.givenUp(now);
        } else {
            waiting.add(message.visibleAt(again(ended)));
        }
    }

    private boolean isGivenUp(Message message) {
        return message.receives() >= plan.receives() || (plan.feed() == Plan.Feed.JOB && message.isCorrupt());
    }

    private double again(Invocation ended) {
        return switch (plan.feed()) {
            case QUEUE -> ended.begin() + plan.visibility();
            case JOB -> ended.end();
        };
    }
}
