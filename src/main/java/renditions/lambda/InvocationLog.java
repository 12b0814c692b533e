package renditions.lambda;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import renditions.batch.Outcome;
import renditions.batch.Report;
import renditions.resize.Made;

/// The log lines of one invocation, written before its answer leaves: how many items ended in which way, and which
/// of them ran out of time, of which nobody else would tell.
final class InvocationLog {
    /// How many items that ran out of time are named; the rest is counted.
    private static final int NAMED = 20;

    private static final Logger LOG = LoggerFactory.getLogger("renditions.invocation");

    private InvocationLog() {}

    /// The ledger is sealed.
    ///
    /// @param nanosEarly how long before the answer was due
    static void answered(List<Item> items, Report<Made> report, long nanosEarly) {
        var counts = report.outcomes().stream()
                .collect(Collectors.groupingBy(outcome -> outcome.getClass().getSimpleName(), Collectors.counting()));
        long millis = TimeUnit.NANOSECONDS.toMillis(nanosEarly);
        LOG.info("ANSWERED {} {} ms before the seal, {} still running", counts, millis, report.stillRunning());
        var late = IntStream.range(0, items.size())
                .filter(item -> ranOutOfTime(report.outcomes().get(item)))
                .toArray();
        IntStream.of(late)
                .limit(NAMED)
                .forEach(item -> LOG.warn(
                        "NOT_DONE {} {}",
                        items.get(item).subject(),
                        reason(report.outcomes().get(item))));
        if (late.length > NAMED) {
            LOG.warn("NOT_DONE and {} more", late.length - NAMED);
        }
    }

    private static boolean ranOutOfTime(Outcome<Made> outcome) {
        return outcome instanceof Outcome.NotStarted<Made> || outcome instanceof Outcome.NotFinished<Made>;
    }

    private static String reason(Outcome<Made> outcome) {
        return switch (outcome) {
            case Outcome.NotStarted<Made>(var reason) -> reason;
            case Outcome.NotFinished<Made>(var reason) -> reason;
            case Outcome.Done<Made> _, Outcome.Skipped<Made> _, Outcome.Failed<Made> _ -> "";
        };
    }
}
