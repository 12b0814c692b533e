package renditions.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import renditions.bench.Overload.Shares;
import renditions.image.Images;
import renditions.image.PixelSize;

/// The results of [Overload] for several time budgets.
final class OverloadTable {
    private static final int RUNS = 5;
    private static final int ITEMS = 200;
    private static final List<Duration> BUDGETS = List.of(Duration.ofSeconds(3), Duration.ofSeconds(12));

    /// Sizes of cameras and phones: 24, 12 and 3 megapixels.
    private static final List<PixelSize> SIZES =
            List.of(new PixelSize(6_000, 4_000), new PixelSize(4_000, 3_000), new PixelSize(2_048, 1_536));

    private static final List<String> HEAD =
            List.of("time", "acknowledged %", "min to max", "lost %", "idle %", "items acknowledged");

    private OverloadTable() {}

    static Table measured(Images images) throws InterruptedException {
        var samples = SIZES.stream().map(size -> new Mosaic(size).jpeg(images)).toList();
        var overload = new Overload(images, samples, ITEMS);
        overload.run(BUDGETS.getFirst().toNanos()); // warms up
        var rows = new ArrayList<List<String>>();
        for (var budget : BUDGETS) {
            rows.add(row(overload, budget));
        }
        return new Table(
                "Time that went into acknowledged work",
                ("A batch of %d JPEGs (24, 12 and 3 megapixels in turn, 8 renditions each) runs with far too little "
                                + "time. The pixel lane's time until everything was told to stop: time for items that "
                                + "ended acknowledged, time for others (lost), and waiting (idle). Medians of %d "
                                + "batches. Goal: 90 %% acknowledged. %s")
                        .formatted(ITEMS, RUNS, Suite.OVERLOAD.repeat()),
                HEAD,
                rows);
    }

    private static List<String> row(Overload overload, Duration budget) throws InterruptedException {
        var runs = new ArrayList<Shares>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(overload.run(budget.toNanos()));
        }
        return List.of(
                budget.toSeconds() + " s",
                percent(runs, Shares::acknowledged),
                Cell.range(percents(runs, Shares::acknowledged), 0),
                percent(runs, Shares::lost),
                percent(runs, Shares::idle),
                Cell.range(
                        new Distribution(runs.stream()
                                .map(shares -> (double) shares.items())
                                .toList()),
                        0));
    }

    private static String percent(List<Shares> runs, ToDoubleFunction<Shares> share) {
        return Cell.number(percents(runs, share).median(), 0);
    }

    private static Distribution percents(List<Shares> runs, ToDoubleFunction<Shares> share) {
        return new Distribution(
                runs.stream().map(shares -> 100 * share.applyAsDouble(shares)).toList());
    }
}
