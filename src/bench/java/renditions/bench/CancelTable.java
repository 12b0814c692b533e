package renditions.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.image.Format;
import renditions.image.Images;
import renditions.image.PixelSize;
import renditions.local.EnginePictures;

/// The results of [CancelLatency] for the longest calls: those for the largest pictures that the default limits
/// allow.
final class CancelTable {
    /// 100 megapixels.
    private static final PixelSize HUGE = new PixelSize(12_500, 8_000);
    /// 48 megapixels, just within the default limit for pictures that are decoded in one go.
    private static final PixelSize LARGE = new PixelSize(8_660, 5_542);
    /// The size of the largest default rendition.
    private static final PixelSize PAGE = new PixelSize(1_920, 1_229);
    /// 24 megapixels: the largest WebP rendition that counts as stoppable.
    private static final PixelSize STOPPABLE = new PixelSize(6_000, 4_000);

    private static final int SAMPLES = 100;
    private static final String DECODING_GOAL = "20";
    private static final String ENCODING_GOAL = "100";

    private static final List<String> HEAD = List.of(
            "call",
            "uncancelled ms",
            "p50 ms",
            "p99 ms",
            "max ms",
            "CPU p50 ms",
            "CPU p99 ms",
            "CPU max ms",
            "goal p99");

    private final EnginePictures engine;
    private final Arena memory;
    private final CancelLatency latency;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param memory where encoded pictures are put
    private CancelTable(EnginePictures engine, Arena memory, CancelLatency latency) {
        this.engine = engine;
        this.memory = memory;
        this.latency = latency;
    }

    static Table measured(Images images) throws InterruptedException {
        try (var memory = Arena.ofShared();
                var lanes = new Lanes(NanoClock.system(), 1, 1)) {
            var table = new CancelTable(new EnginePictures(images), memory, new CancelLatency(lanes));
            table.measure();
            return table.table();
        }
    }

    private void measure() throws InterruptedException {
        var png = new Mosaic(HUGE).png();
        var jpeg = inMemory(engine.encoded(png, Format.JPEG, UsualJob.QUALITY));
        decode("JPEG of 100 MP to " + PAGE, jpeg, PAGE, DECODING_GOAL);
        decode("JPEG of 100 MP whole", jpeg, HUGE, DECODING_GOAL);
        decode("PNG of 100 MP to " + PAGE, inMemory(png), PAGE, DECODING_GOAL);
        try (var large = engine.decoded(jpeg, LARGE)) {
            encode("WebP of " + PAGE + ", encode", jpeg, PAGE);
            encode("WebP of 24 MP, encode", jpeg, STOPPABLE);
            add("WebP of 48 MP, encode", NativeCall.encode(large, Format.WEBP), "by estimate");
            var webp = EnginePictures.encoded(large, Format.WEBP, UsualJob.QUALITY);
            decode("WebP of 48 MP to " + PAGE, inMemory(webp), PAGE, "none");
        }
    }

    private MemorySegment inMemory(byte[] file) {
        return memory.allocateFrom(ValueLayout.JAVA_BYTE, file);
    }

    private void encode(String call, MemorySegment jpeg, PixelSize size) throws InterruptedException {
        try (var picture = engine.decoded(jpeg, size)) {
            add(call, NativeCall.encode(picture, Format.WEBP), ENCODING_GOAL);
        }
    }

    private void decode(String call, MemorySegment bytes, PixelSize size, String goal) throws InterruptedException {
        add(call, NativeCall.decode(engine.images(), bytes, engine.header(bytes), size), goal);
    }

    private void add(String name, NativeCall call, String goal) throws InterruptedException {
        var result = latency.measure(call, SAMPLES);
        var row = new ArrayList<>(List.of(name, Cell.number(result.uncancelled(), 0)));
        for (var values : List.of(result.waited(), result.worked())) {
            row.add(Cell.number(values.median(), 1));
            row.add(Cell.number(values.percentile(99), 1));
            row.add(Cell.number(values.max(), 1));
        }
        row.add(goal);
        rows.add(row);
    }

    private Table table() {
        return new Table(
                "Cancel latency",
                "The time from the first `CancellationSource.cancel()` at a batch's deadline to the native call's "
                        + "return, cancelled at " + SAMPLES
                        + " moments spread evenly over its duration: wall-clock and "
                        + "processor time of the process meanwhile, which other processes do not lengthen. "
                        + Suite.CANCEL.repeat(),
                HEAD,
                rows);
    }
}
