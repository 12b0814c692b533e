package renditions.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import renditions.batch.Outcome;
import renditions.event.DistinctItems;
import renditions.event.Invocation;
import renditions.event.InvocationReader;
import renditions.event.Item;
import renditions.local.cloud.Receive;
import renditions.local.report.ItemStatus;
import renditions.local.report.Journey;
import renditions.local.report.RunReceive;

/// Keeps the receives of a run and how they ended. Safe for use by many threads at once; outcomes belong to the
/// right receive as long as no delivery is in two batches at once.
final class Story implements Receive.Listener {
    private final InvocationReader reader = new InvocationReader();
    private final List<RunReceive> receives = new ArrayList<>(); // guarded by this
    private final Map<Item.Identity, List<Journey.Stop>> stops = new HashMap<>(); // guarded by this
    private final Recorder recorder;
    private final Consumer<RunReceive> heard;
    private final long begin;

    /// @param recorder follows the items
    /// @param heard gets each receive after its end
    /// @param begin the beginning of the run, in nanoseconds of [System#nanoTime()]
    Story(Recorder recorder, Consumer<RunReceive> heard, long begin) {
        this.recorder = recorder;
        this.heard = heard;
        this.begin = begin;
    }

    @Override
    public void received(Receive receive) {
        var invocation = reader.read(receive.event());
        var reply = receive.reply();
        received(invocation, receive.begin(), receive.end(), receive.left(), reply.text(), reply.flaw());
    }

    /// Notes that the function was handed deliveries and has answered.
    ///
    /// @param begun when it was handed them, in nanoseconds of [System#nanoTime()]
    /// @param answered when it answered, on the same clock
    /// @param unacknowledged the deliveries that are not acknowledged, by their places, from 0 on
    synchronized void received(
            Invocation invocation, long begun, long answered, List<Integer> unacknowledged, String reply, String flaw) {
        var from = Duration.ofNanos(begun - begin);
        var to = Duration.ofNanos(answered - begin);
        for (var item : DistinctItems.of(invocation).items()) {
            var stop = new Journey.Stop(
                    from, to, status(recorder.last(item.identity()).outcome()));
            stops.computeIfAbsent(item.identity(), _ -> new ArrayList<>()).add(stop);
        }
        var receive = new RunReceive(
                receives.size() + 1, from, to, invocation.deliveries().size(), unacknowledged, reply, flaw);
        receives.add(receive);
        heard.accept(receive);
    }

    /// The receives, in order.
    synchronized List<RunReceive> receives() {
        return List.copyOf(receives);
    }

    /// Every item that was received, once.
    synchronized List<Item.Identity> items() {
        return List.copyOf(stops.keySet());
    }

    /// The times at which this item was with the function.
    synchronized List<Journey.Stop> stops(Item.Identity item) {
        return List.copyOf(stops.getOrDefault(item, List.of()));
    }

    static ItemStatus status(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> ItemStatus.MADE;
            case Outcome.Skipped<?> _ -> ItemStatus.SKIPPED;
            case Outcome.Quarantined<?> _ -> ItemStatus.QUARANTINED;
            case Outcome.Failed<?> _ -> ItemStatus.FAILED;
            case Outcome.NotFinished<?> _ -> ItemStatus.UNFINISHED;
            case Outcome.NotStarted<?> _ -> ItemStatus.UNSTARTED;
        };
    }
}
