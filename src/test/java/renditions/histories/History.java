package renditions.histories;

import java.util.List;
import java.util.stream.Collectors;

/// What happens to a few keys, in this order. Afterwards all troubles are over, and every message that is left is
/// redelivered.
///
/// @param name part of every key, so that no two histories share one
record History(String name, List<Step> steps) {
    History {
        steps = List.copyOf(steps);
    }

    /// As people read it, a line for each step.
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("\n  ", name + "\n  ", ""));
    }
}
