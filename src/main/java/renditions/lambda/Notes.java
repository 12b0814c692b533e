package renditions.lambda;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.batch.BatchListener;
import renditions.batch.Deadline;
import renditions.batch.Effort;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.telemetry.Budget;
import renditions.telemetry.Ending;
import renditions.telemetry.EngineMemory;
import renditions.telemetry.InvocationRecord;
import renditions.telemetry.ItemTiming;
import renditions.telemetry.Phase;
import renditions.telemetry.Request;

/// Measures one invocation, the times of its phases and of its items, and writes its record.
///
/// Many threads report items at once; all other methods are for the thread that answers.
final class Notes implements BatchListener<Item, Made> {
    /// The longest time that an answer waits for its record.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    private final Wiring wiring;
    private final NanoClock clock;
    private final Request request;
    private final long begin;
    private final Duration remaining;
    private final Map<Phase, Long> phases = new EnumMap<>(Phase.class);
    private final Queue<ItemTiming> timings = new ConcurrentLinkedQueue<>();

    /// @param wiring its listener is told of the items as well
    /// @param begin when the invocation began
    /// @param remaining its time from there
    Notes(Wiring wiring, Request request, long begin, Duration remaining) {
        this.wiring = wiring;
        clock = wiring.lanes().clock();
        this.request = request;
        this.begin = begin;
        this.remaining = remaining;
    }

    @Override
    public void started(Item item) {
        wiring.listener().started(item);
    }

    @Override
    public void settled(Item item, Outcome<Made> outcome, Effort effort) {
        timings.add(new ItemTiming(outcome, effort));
        wiring.listener().settled(item, outcome, effort);
    }

    /// Ends a phase.
    void end(Phase phase) {
        phases.put(phase, sinceLastPhase());
    }

    /// Notes that the ledger was sealed, which ends the phases WORK and STOP.
    ///
    /// @param deadline the deadline that held in the end
    Ending.Seal seal(Deadline deadline) {
        long now = clock.nanoTime();
        long both = sinceLastPhase();
        long stop = Math.clamp(now - deadline.cancelAt(), 0, both);
        phases.put(Phase.WORK, both - stop);
        phases.put(Phase.STOP, stop);
        return new Ending.Seal(left(), Math.min(-deadline.untilSeal(now), now - begin));
    }

    /// Ends the phase that was under way, because of an exception.
    void fail() {
        var all = Phase.values();
        end(all[Math.min(phases.size(), all.length - 1)]);
    }

    /// What is left of the invocation's time, in nanoseconds; negative when it is over.
    long left() {
        return remaining.toNanos() - (clock.nanoTime() - begin);
    }

    /// Writes the record. The answer waits for it, but at most half of the time that is left; then it leaves
    /// without it.
    void keep(Ending ending) {
        try {
            long patience = Math.clamp(left() / 2, 0, LONGEST_WAIT.toNanos());
            wiring.records().keep(record(ending), Duration.ofNanos(patience));
        } catch (Throwable unkept) {
            LOG.error("the record of the invocation is lost", unkept);
        }
    }

    private InvocationRecord record(Ending ending) {
        var memory = wiring.memory();
        var budgets = Map.of(
                "uploads", Budget.of(memory.uploads()),
                "pixels", Budget.of(memory.pixels()),
                "encoded", Budget.of(memory.encoded()));
        return new InvocationRecord(
                request,
                ending,
                phases,
                List.copyOf(timings),
                budgets,
                engineMemory(),
                wiring.lanes().writtenOff());
    }

    private EngineMemory engineMemory() {
        var usage = wiring.usage();
        return new EngineMemory(
                usage.held().getAsLong(),
                usage.peak().getAsLong(),
                wiring.memory().pixels().most());
    }

    private long sinceLastPhase() {
        return clock.nanoTime()
                - begin
                - phases.values().stream().mapToLong(Long::longValue).sum();
    }
}
