package renditions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.InvocationReader;
import renditions.event.SqsBatch;
import renditions.lambda.Distinct;
import renditions.lambda.Item;
import renditions.local.cloud.Receive;
import renditions.local.cloud.SqsRecord;
import renditions.local.report.Journey;
import renditions.local.report.RunReceive;
import renditions.local.report.Verdict;

/// Keeps what was received when, and how it went. Safe for use by many threads at once; the items' outcomes are right
/// as long as one batch is under way at a time.
final class Story implements Receive.Listener {
    private final InvocationReader reader = new InvocationReader();
    private final List<RunReceive> receives = new ArrayList<>(); // guarded by this
    private final Map<Item.Identity, List<Journey.Stop>> stops = new HashMap<>(); // guarded by this
    private final Recorder recorder;
    private final Consumer<RunReceive> heard;
    private final long begin;

    /// @param recorder hears how the items go
    /// @param heard gets each receive when it is over
    /// @param begin of the run, in nanoseconds of [System#nanoTime()]
    Story(Recorder recorder, Consumer<RunReceive> heard, long begin) {
        this.recorder = recorder;
        this.heard = heard;
        this.begin = begin;
    }

    @Override
    public void received(Receive receive) {
        var event = SqsRecord.event(receive.messages()).getBytes(UTF_8);
        switch (reader.read(event)) {
            case SqsBatch batch ->
                received(
                        batch,
                        receive.begin(),
                        receive.end(),
                        (int) receive.messages().stream()
                                .filter(receive::deleted)
                                .count(),
                        receive.answer().said(),
                        receive.answer().flaw());
        }
    }

    /// The function was handed a batch and has answered.
    ///
    /// @param begun when, in nanoseconds of [System#nanoTime()]
    /// @param answered when
    synchronized void received(SqsBatch batch, long begun, long answered, int deleted, String reply, String flaw) {
        var from = Duration.ofNanos(begun - begin);
        var to = Duration.ofNanos(answered - begin);
        for (var item : Distinct.of(batch).items()) {
            var stop = new Journey.Stop(
                    from, to, verdict(recorder.ended(item.identity()).outcome()));
            stops.computeIfAbsent(item.identity(), _ -> new ArrayList<>()).add(stop);
        }
        var receive =
                new RunReceive(receives.size() + 1, from, to, batch.messages().size(), deleted, reply, flaw);
        receives.add(receive);
        heard.accept(receive);
    }

    /// What was received, in order.
    synchronized List<RunReceive> receives() {
        return List.copyOf(receives);
    }

    /// Every item that was received, once.
    synchronized List<Item.Identity> items() {
        return List.copyOf(stops.keySet());
    }

    /// When this item was with the function.
    synchronized List<Journey.Stop> stops(Item.Identity item) {
        return List.copyOf(stops.getOrDefault(item, List.of()));
    }

    static Verdict verdict(Outcome<Made> outcome) {
        return switch (outcome) {
            case Outcome.Done<Made> _ -> Verdict.MADE;
            case Outcome.Skipped<Made> _ -> Verdict.SKIPPED;
            case Outcome.Failed<Made> _ -> Verdict.FAILED;
            case Outcome.NotFinished<Made> _ -> Verdict.UNFINISHED;
            case Outcome.NotStarted<Made> _ -> Verdict.UNSTARTED;
        };
    }
}
