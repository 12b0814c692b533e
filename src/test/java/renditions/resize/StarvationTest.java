package renditions.resize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.batch.Batch;
import renditions.batch.Cancellation;
import renditions.batch.Cost;
import renditions.batch.Deadline;
import renditions.batch.Deadline.Margins;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.Header;
import renditions.image.PixelSize;
import renditions.image.Storage;
import renditions.store.ObjectId;
import renditions.testing.PaperProfile;
import renditions.testing.Soak;

/// Whatever the cost model has learned, an upload that needs at most a third of the remaining time is done at
/// its first receive if it is alone, and beside others at its second. Time is virtual: it passes with the
/// work.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StarvationTest {
    private static final RenditionSet SET = RenditionSet.parse(RenditionSet.DEFAULT);
    private static final Margins MARGINS = new Margins(Duration.ofMillis(250), Duration.ofMillis(250));
    private static final int HISTORIES = Soak.times(100, 5_000);

    private static final Upload TINY = new Upload(Format.JPEG, 2_000, new PixelSize(40, 30), 1);
    private static final Upload SMALL = new Upload(Format.JPEG, 20_000, new PixelSize(640, 480), 1);
    private static final Upload PHOTO = new Upload(Format.JPEG, 3_000_000, new PixelSize(4_000, 3_000), 1);
    private static final Upload LARGE_PNG = new Upload(Format.PNG, 36_000_000, new PixelSize(4_000, 3_000), 1);

    private final AtomicLong now = new AtomicLong();
    private final CostModel costs = new CostModel(new PaperProfile());
    private final Lanes lanes = new Lanes(now::get, 1, 4);

    @AfterEach
    void closeLanes() {
        lanes.close();
    }

    /// A picture.
    ///
    /// @param slowness how many times longer it takes than on a usual machine
    record Upload(Format format, long bytes, PixelSize size, double slowness) {
        Header header() {
            return new Header(format, size, 1, false, false, Storage.PHOTO);
        }

        Source source() {
            return new Source(new ObjectId("in", "a." + format.extension()), null, OptionalLong.of(bytes), null, 1);
        }

        /// A millisecond, and some nanoseconds for each pixel: the decode and all encodings together.
        long decodeNanos() {
            return (long) (slowness * (1_000_000 + 30.0 * size.pixels()));
        }

        long encodeNanos(PixelSize rendition) {
            return (long) (slowness * (1_000_000 + 60.0 * rendition.pixels()));
        }

        long nanos() {
            return decodeNanos() + renditions().mapToLong(this::encodeNanos).sum();
        }

        Stream<PixelSize> renditions() {
            return SET.specs().stream()
                    .flatMap(spec ->
                            spec.formats().stream().map(_ -> spec.geometry(size).cut()));
        }

        Upload slower(double factor) {
            return new Upload(format, bytes, size, factor);
        }
    }

    /// An upload of a batch.
    private record Received(Upload upload, int times) {}

    /// What was worked on before, and what comes then.
    record History(String name, int often, Upload before, Upload then) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<History> histories() {
        return List.of(
                new History("nothing", 0, PHOTO, PHOTO),
                new History("tiny, then huge", 400, TINY.slower(20), PHOTO),
                new History("small JPEGs, then a large PNG", 120, SMALL.slower(3), LARGE_PNG),
                new History("a slow hour, then fast", 100, PHOTO.slower(50), PHOTO),
                new History("a fast hour, then slow", 100, PHOTO.slower(0.1), PHOTO.slower(5)),
                new History("one outlier", 1, SMALL.slower(10_000), PHOTO));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void after_a_history_an_upload_does_not_starve(History history) throws Exception {
        for (int i = 0; i < history.often(); i++) {
            learn(history.before());
        }

        doesNotStarve(history.then(), new Random(1));
    }

    @Test
    void after_any_history_an_upload_does_not_starve() throws Exception {
        var random = new Random(1);
        for (int history = 0; history < HISTORIES; history++) {
            Stream.generate(() -> upload(random)).limit(random.nextInt(50)).forEach(this::learn);

            doesNotStarve(upload(random), random);
        }
    }

    private void doesNotStarve(Upload upload, Random random) throws InterruptedException {
        var remaining = Duration.ofNanos(3 * upload.nanos());
        assertThat(acknowledged(List.of(new Received(upload, 1)), remaining))
                .as("alone: %s", upload)
                .isTrue();

        if (!acknowledged(beside(others(random, upload.nanos()), new Received(upload, 1)), remaining)) {
            assertThat(acknowledged(beside(others(random, upload.nanos()), new Received(upload, 2)), remaining))
                    .as("at its second receive: %s", upload)
                    .isTrue();
        }
    }

    /// Uploads of which none takes more than a third of the time, all together more than there is.
    private static List<Received> others(Random random, long most) {
        var some = Stream.generate(() -> upload(random))
                .map(upload -> upload.nanos() <= most ? upload : TINY)
                .limit(random.nextInt(1, 12));
        var small = Stream.generate(() -> TINY).limit(most / TINY.nanos() > 300 ? 10 : 4 * most / TINY.nanos());
        return Stream.concat(some, small).map(upload -> new Received(upload, 1)).toList();
    }

    private static List<Received> beside(List<Received> others, Received last) {
        var all = new ArrayList<>(others);
        all.add(last);
        return all;
    }

    /// Any upload on any machine.
    private static Upload upload(Random random) {
        var formats = List.of(Format.values());
        var format = formats.get(random.nextInt(formats.size()));
        var size = new PixelSize(side(random), side(random));
        long bytes = (long) (size.pixels() * Math.pow(10, random.nextDouble(-2, 1)));
        return new Upload(format, bytes, size, Math.pow(10, random.nextDouble(-1, 1)));
    }

    private static int side(Random random) {
        return (int) Math.pow(10, random.nextDouble(1, 3.9));
    }

    /// Runs a batch.
    ///
    /// @return whether the last of it is acknowledged
    private boolean acknowledged(List<Received> batch, Duration remaining) throws InterruptedException {
        var deadline = Deadline.after(now.get(), remaining, MARGINS, Duration.ZERO);
        var places = IntStream.range(0, batch.size()).boxed().toList();
        var report = Batch.<Integer, String>of(places, (cancellation, place) -> work(cancellation, batch.get(place)))
                .preferring(place -> batch.get(place).times() == 2)
                .expecting(place -> costs.of(batch.get(place).upload().source()))
                .run(lanes, deadline);
        return report.outcomes().getLast().acknowledged();
    }

    /// As the steps of a job do it.
    private Outcome<String> work(Cancellation cancellation, Received received) {
        var upload = received.upload();
        var cost = secondLook(upload);
        Lanes.expect(cost.pixelNanos());
        if (cost.nanos() > cancellation.nanosLeft() && Lanes.canWait()) {
            return new Outcome.NotStarted<>(new Reason.TooLong(cost.nanos(), cancellation.nanosLeft()));
        }
        return Lanes.await(lanes.onPixels(() -> compute(cancellation, upload)));
    }

    private Cost secondLook(Upload upload) {
        return costs.fromHeader(upload.header(), upload.bytes(), upload.size(), SET);
    }

    private Outcome<String> compute(Cancellation cancellation, Upload upload) {
        if (upload.nanos() > cancellation.nanosLeft()) {
            now.addAndGet(Math.max(0, cancellation.nanosLeft()));
            return new Outcome.NotFinished<>(new Reason.Stopped(Reason.Lane.PIXELS));
        }
        learn(upload);
        return new Outcome.Done<>("done");
    }

    /// Time passes, and is measured.
    private void learn(Upload upload) {
        secondLook(upload);
        now.addAndGet(upload.nanos());
        costs.decoded(upload.header(), upload.decodeNanos());
        for (var spec : SET.specs()) {
            var cut = spec.geometry(upload.size()).cut();
            spec.formats().forEach(format -> costs.encoded(format, cut, upload.encodeNanos(cut)));
        }
    }
}
