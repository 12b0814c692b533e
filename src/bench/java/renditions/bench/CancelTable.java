package renditions.bench;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import renditions.batch.Lanes;
import renditions.image.Format;
import renditions.image.Images;
import renditions.image.PixelSize;

/// The results of [CancelLatency] for the calls that take longest.
final class CancelTable {
    private static final PixelSize HUGE = new PixelSize(12_500, 8_000);
    private static final PixelSize LARGE = new PixelSize(8_660, 5_543);
    private static final PixelSize PAGE = new PixelSize(1_920, 1_229);

    private static final List<String> HEAD = List.of("call", "whole ms", "stopped", "p50 ms", "p99 ms", "max ms", "goal p99 ms");

    private CancelTable() {}

    static Table measured(Images images) throws InterruptedException {
        var rows = new ArrayList<List<String>>();
        int points = Integer.getInteger("points", 120);
        try (var memory = Arena.ofShared();
                var lanes = new Lanes(1, 1)) {
            var samples = new Samples(images, memory);
            var latency = new CancelLatency(lanes);
            var png = new Mosaic(HUGE).png();
            var pngBytes = samples.inMemory(png);
            var jpegBytes = samples.inMemory(samples.jpeg(png));
            System.err.println(pngBytes.byteSize() + " " + jpegBytes.byteSize());
            for (var size : List.of(PAGE, HUGE)) {
                rows.add(row("JPEG decode at " + size, latency.measure(NativeCall.decode(images, jpegBytes, samples.header(jpegBytes), size), points), 20));
                rows.add(row("PNG decode at " + size, latency.measure(NativeCall.decode(images, pngBytes, samples.header(pngBytes), size), points), 20));
            }
            try (var large = samples.decoded(jpegBytes, LARGE)) {
                for (var f : Format.writables())
                rows.add(row(f + " encode of " + LARGE, latency.measure(NativeCall.encode(large, f), points), 100));
            }
        }
        return new Table("Cancel latency", "", HEAD, rows);
    }

    private static List<String> row(String call, CancelLatency.Result result, int goal) {
        var l = result.latencies();
        System.err.println(call + " " + result.uncancelled());
        return List.of(call, ms(result.uncancelled()), "" + l.count(), ms(l.median()), ms(l.percentile(99)), ms(l.max()), "" + goal);
    }

    private static String ms(double millis) {
        return Cell.number(millis, 1);
    }
}
