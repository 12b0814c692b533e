package renditions.histories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/// Carries out one history. Used once, by one thread.
final class HistoryRun {
    private static final Duration AMPLE = Duration.ofSeconds(60);

    /// How often what is left is redelivered without trouble, before it is a dead letter.
    private static final int RECEIVES = 5;

    private static final int BATCH = 10;

    private final Reality reality;
    private final boolean countsReceives;
    private final MessageQueue queue = new MessageQueue();
    private final Map<String, QueuedMessage> newest = new LinkedHashMap<>();
    private final List<String> flaws = new ArrayList<>();
    private int changes;

    /// @param countsReceives whether the function is told how often a message was received; otherwise it is told that
    ///     each receive is the first
    HistoryRun(Reality reality, boolean countsReceives) {
        this.reality = reality;
        this.countsReceives = countsReceives;
    }

    /// Plays the history to its end.
    ///
    /// @return what is wrong, for people; nothing if all is right
    List<String> play(History history) throws InterruptedException, ExecutionException {
        for (var step : history.steps()) {
            reality.hosts().forEach(Host::step);
            take(step);
            flaws.addAll(reality.comparison().now(newest.keySet()));
        }
        for (var host : reality.hosts()) {
            host.await();
        }
        drain();
        flaws.addAll(reality.comparison().atTheEnd(history.name(), newest, queue.left()));
        reality.counts().countHistory(queue);
        return flaws;
    }

    private void take(Step step) throws InterruptedException, ExecutionException {
        switch (step) {
            case Step.Change change -> {
                reality.happens(change);
                newest.put(change.key(), queue.send(++changes, change));
            }
            case Step.Duplicate(int index) -> queue.sendAgain(index);
            case Step.Invoke invoke -> {
                var host = reality.hosts().get(invoke.host());
                host.await(); // its messages are back then
                var messages = queue.receive(invoke.picks());
                if (!messages.isEmpty()) {
                    host.invoke(batch(messages, invoke.timeout()), invoke.trouble());
                }
                if (invoke.awaited() && invoke.trouble().hold() == 0) {
                    host.await();
                }
            }
        }
    }

    /// Redelivers what is left until all is acknowledged, or dead.
    private void drain() throws InterruptedException, ExecutionException {
        var host = reality.hosts().getFirst();
        for (int receive = 0; receive < RECEIVES; receive++) {
            int left = queue.left().size();
            for (int done = 0; done < left; done += BATCH) {
                var first = IntStream.range(0, Math.min(BATCH, left - done))
                        .mapToObj(_ -> 0)
                        .toList();
                host.invoke(batch(queue.receive(first), AMPLE), Trouble.NONE);
                host.await();
            }
        }
    }

    private Host.Batch batch(List<QueuedMessage> messages, Duration timeout) {
        boolean sequencers = reality.setup().sequencers();
        var records = messages.stream()
                .map(message -> message.record(countsReceives ? message.received() : 1, sequencers))
                .toList();
        return new Host.Batch(queue, messages, records, timeout);
    }
}
