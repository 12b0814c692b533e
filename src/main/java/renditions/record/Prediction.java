package renditions.record;

import java.util.List;
import java.util.stream.LongStream;
import renditions.batch.Outcome;
import tools.jackson.databind.node.ObjectNode;

/// How right the cost model was: of each item that was done, what was computed for it as a part of what was expected
/// when it was admitted. 1 is exact, 0.5 half as long, 2 twice as long.
final class Prediction {
    /// Ratios are counted in thousandths.
    private static final double PART = 1000;

    private Prediction() {}

    /// Writes how many items it is known of and, where there is one, the median and the extremes.
    static void write(List<Worked> worked, ObjectNode prediction) {
        var ratios = Ranks.of(ratios(worked));
        prediction.put("items", ratios.count());
        if (ratios.count() > 0) {
            prediction.put("median", ratios.percentile(50) / PART);
            prediction.put("least", ratios.percentile(0) / PART);
            prediction.put("most", ratios.percentile(100) / PART);
        }
    }

    private static LongStream ratios(List<Worked> worked) {
        return worked.stream()
                .filter(item -> item.outcome() instanceof Outcome.Done<?>)
                .map(Worked::effort)
                .filter(effort -> effort.expected().pixelNanos() > 0)
                .mapToLong(effort -> Math.round(
                        PART * effort.pixelNanos() / effort.expected().pixelNanos()));
    }
}
