package renditions.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import renditions.bench.HeldMemory.Result;
import renditions.image.Images;
import renditions.image.PixelSize;

/// The results of [HeldMemory] for PUTs of several durations.
final class MemoryTable {
    private static final int ITEMS = 40;
    private static final double MB = 1_000_000;
    private static final PixelSize SIZE = new PixelSize(4_000, 3_000);
    private static final List<Duration> PUTS = List.of(Duration.ofMillis(50), Duration.ofMillis(500));
    private static final List<String> HEAD =
            List.of("a PUT takes", "uploads peak MB", "uploads MB·s", "pixels peak MB", "pixels MB·s", "batch s");

    private MemoryTable() {}

    static Table measured(Images images) throws InterruptedException {
        var upload = new Mosaic(SIZE).jpeg(images);
        var rows = new ArrayList<List<String>>();
        for (var put : PUTS) {
            rows.add(row(put, new HeldMemory(images, List.of(upload), ITEMS, put.toNanos()).run()));
        }
        return new Table(
                "Memory held",
                ("A batch of %d JPEGs of 12 megapixels (%,d bytes each), 8 renditions each, runs on the real engine "
                                + "with a store in memory whose PUTs are slow. The bytes held of the budgets for "
                                + "uploads and "
                                + "pixels, at once and over time. %s")
                        .formatted(ITEMS, upload.length, Suite.MEMORY.repeat()),
                HEAD,
                rows);
    }

    private static List<String> row(Duration put, Result held) {
        return List.of(
                put.toMillis() + " ms",
                Cell.number(held.uploads().peak() / MB, 1),
                Cell.number(held.uploads().byteSeconds() / MB, 1),
                Cell.number(held.pixels().peak() / MB, 1),
                Cell.number(held.pixels().byteSeconds() / MB, 1),
                Cell.number((double) held.nanos() / TimeUnit.SECONDS.toNanos(1), 1));
    }
}
