package renditions.telemetry;

import java.util.List;
import java.util.Map;
import renditions.batch.Outcome;

/// What is recorded of one invocation.
///
/// @param phases nanoseconds of each phase that it went through; the last is where it failed, if it did
/// @param timings what the items took that were begun and ended before the seal
/// @param memory the budgets of native memory, by what they are for
public record InvocationRecord(
        Request request, Ending ending, Map<Phase, Long> phases, List<ItemTiming> timings, Map<String, Budget> memory) {
    public InvocationRecord {
        phases = Map.copyOf(phases);
        timings = List.copyOf(timings);
        memory = Map.copyOf(memory);
    }

    /// How its items ended; none where it ended with an exception.
    List<? extends Outcome<?>> outcomes() {
        return ending instanceof Ending.Answered answered ? answered.outcomes() : List.of();
    }
}
