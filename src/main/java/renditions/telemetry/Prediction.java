package renditions.telemetry;

import java.util.List;
import java.util.function.ToLongFunction;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import tools.jackson.databind.node.ObjectNode;

/// How right the cost model was: of each item that was done, what was computed for it as a part of what was expected,
/// by its bytes when it was admitted and by its pixels once its header was read. 1 is exact, 0.5 half as long, 2 twice
/// as long.
final class Prediction {
    /// Ratios are counted in thousandths.
    private static final double PART = 1000;

    private Prediction() {}

    /// Writes of both predictions the median and the extremes; nothing where no item was done.
    static void write(List<ItemTiming> timings, ObjectNode prediction) {
        write(timings, Effort::expected, "whenAdmitted", prediction);
        write(timings, Effort::refined, "fromHeader", prediction);
    }

    private static void write(
            List<ItemTiming> timings, ToLongFunction<Effort> expected, String field, ObjectNode prediction) {
        var ratios = Ranks.of(timings.stream()
                .filter(item -> item.outcome() instanceof Outcome.Done<?>)
                .map(ItemTiming::effort)
                .filter(effort -> expected.applyAsLong(effort) > 0)
                .mapToLong(effort -> Math.round(PART * effort.computed() / expected.applyAsLong(effort))));
        if (ratios.count() > 0) {
            prediction
                    .putObject(field)
                    .put("items", ratios.count())
                    .put("median", ratios.percentile(50) / PART)
                    .put("least", ratios.percentile(0) / PART)
                    .put("most", ratios.percentile(100) / PART);
        }
    }
}
