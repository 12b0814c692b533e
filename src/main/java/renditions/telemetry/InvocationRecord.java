package renditions.telemetry;

import java.util.List;
import java.util.Map;
import renditions.batch.Outcome;

/// The record of one invocation.
///
/// @param phases nanoseconds of each phase that it went through; if it failed, it failed in the last one
/// @param timings the timings of the items that began and ended before the seal
/// @param memory the budgets of native memory, by their names
/// @param engine what was really used of them
/// @param writtenOff how many pieces of pixel work of this process did not stop and are written off
public record InvocationRecord(
        Request request,
        Ending ending,
        Map<Phase, Long> phases,
        List<ItemTiming> timings,
        Map<String, Budget> memory,
        EngineMemory engine,
        int writtenOff) {
    public InvocationRecord {
        phases = Map.copyOf(phases);
        timings = List.copyOf(timings);
        memory = Map.copyOf(memory);
    }

    /// The outcomes of its items; empty if it ended with an exception.
    List<? extends Outcome<?>> outcomes() {
        return ending instanceof Ending.Answered answered ? answered.outcomes() : List.of();
    }
}
