package renditions.telemetry;

import java.util.List;
import java.util.function.ToLongFunction;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import tools.jackson.databind.node.ObjectNode;

/// The accuracy of the cost model: for each item that was done, the computing time divided by the predicted one.
/// Items are predicted twice: from their bytes when they are admitted, and from their pixels once the header is
/// read. A ratio of 1 is exact; 2 means twice as long as predicted.
final class Prediction {
    /// Ratios are kept in thousandths.
    private static final double PART = 1000;

    private Prediction() {}

    /// Writes the median and the extremes of both predictions; nothing if no item was done.
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
