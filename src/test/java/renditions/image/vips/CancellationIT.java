package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import renditions.batch.Cancellation;
import renditions.image.Colour;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Gravity;
import renditions.image.ImageProblem;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.image.Thumbnail;
import renditions.testing.Canceller;
import renditions.testing.Drawing;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;
import renditions.testing.Soak;

/// A cancellation at any moment stops native code and leaves nothing behind.
class CancellationIT {
    /// 60 megapixels.
    private static final PixelSize BIG = new PixelSize(10_000, 6000);
    private static final PixelSize HALF = new PixelSize(5000, 3000);
    private static final PixelSize SMALL = new PixelSize(2000, 1200);
    private static final byte[] BIG_JPEG = Engine.enlarged(BIG, "jpegsave_buffer", "Q=90");

    /// At how many moments work is stopped, and how many are tried where it ends before it is told.
    private static final int STOPS = Soak.times(3, 20);
    private static final int TRIES = 20 * STOPS;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    @AfterEach
    void nothing_is_left() {
        Engine.awaitHeld(0);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "jpegsave_buffer, Q=90, 10000",
        "pngsave_buffer, compression=1, 6000",
        "tiffsave_buffer, compression=lzw, 6000"
    })
    void decoding_line_by_line_stops_wherever_it_is(String saver, String options, int width) {
        var file = Engine.enlarged(new PixelSize(width, width * 3 / 5), saver, options);
        assertStopsAnywhere(cancellation -> Engine.rendered(cancellation, file, SMALL));
    }

    /// These decoders cannot be stopped while they make the whole picture; the work before and after them can.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"jpegsave_buffer, interlace=true", "webpsave_buffer, effort=0", "heifsave_buffer, compression=av1"})
    void decoding_in_one_go_stops_or_is_right(String saver, String options) {
        var file = Engine.enlarged(new PixelSize(2000, 1200), saver, options);
        assertStopsOrIsRight(cancellation -> Engine.rendered(cancellation, file, new PixelSize(1000, 600)));
    }

    @Test
    void turning_upright_stops_wherever_it_is() {
        var lying = Metadata.jpegWithExif(BIG_JPEG, Metadata.orientation(6));
        assertStopsAnywhere(cancellation -> Engine.rendered(cancellation, lying, SMALL.turned()));
    }

    @Test
    void resizing_stops_wherever_it_is() {
        try (var big = Engine.decode(BIG_JPEG, HALF)) {
            assertStopsAnywhere(cancellation -> big.resize(cancellation, new Geometry(SMALL, SMALL)));
            var part = SMALL.scaled(0.5);
            var shaped = new Geometry(SMALL, part, SMALL, Gravity.ATTENTION, Colour.WHITE, true);
            assertStopsAnywhere(cancellation -> big.resize(cancellation, shaped));
        }
    }

    @Test
    void making_a_thumbnail_stops_or_is_right() {
        try (var picture = Engine.decode(ImageFiles.png(Drawing.photo(800, 600)))) {
            assertStopsOrIsRight(picture::thumbnail);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP"})
    void encoding_stops_wherever_it_is(Format format) {
        try (var big = Engine.decode(BIG_JPEG, HALF)) {
            assertStopsAnywhere(cancellation -> big.encode(cancellation, format, 80));
        }
    }

    /// The AVIF encoder never looks at the kill flag.
    @Test
    void encoding_avif_does_not_begin_or_is_right() {
        try (var picture = Engine.decode(ImageFiles.png(Drawing.photo(800, 600)))) {
            assertStopsOrIsRight(cancellation -> picture.encode(cancellation, Format.AVIF, 50));
        }
    }

    @Test
    void work_that_is_cancelled_already_does_not_begin() {
        var stop = Canceller.cancelled();
        var file = ImageFiles.jpeg(Drawing.photo(200, 100));
        var size = new PixelSize(100, 50);
        try (var picture = Engine.decode(file)) {
            assertThat(Engine.probe(stop, file)).isInstanceOf(ImageProblem.Stopped.class);
            assertThat(Engine.rendered(stop, file, size)).isInstanceOf(ImageProblem.Stopped.class);
            assertThat(picture.resize(stop, new Geometry(size, size))).isInstanceOf(ImageProblem.Stopped.class);
            assertThat(picture.encode(stop, Format.WEBP, 80)).isInstanceOf(ImageProblem.Stopped.class);
            assertThat(picture.thumbnail(stop)).isInstanceOf(ImageProblem.Stopped.class);
        }
    }

    @Test
    void a_corrupt_picture_that_was_cancelled_is_stopped_not_corrupt() {
        var file = ImageFiles.jpeg(Drawing.photo(200, 100));
        var cut = Arrays.copyOf(file, file.length / 2);
        assertThat(Engine.rendered(Canceller.cancelled(), cut, new PixelSize(200, 100)))
                .isInstanceOf(ImageProblem.Stopped.class);
    }

    @Test
    void stopping_one_encoding_leaves_others_of_the_same_picture_alone() throws Exception {
        try (var canceller = new Canceller();
                var picture = Engine.decode(BIG_JPEG, HALF)) {
            var alone = Engine.encode(picture, Format.PNG);
            var beside = CompletableFuture.supplyAsync(() -> Engine.encode(picture, Format.PNG));
            while (!beside.isDone()) {
                describe(picture.encode(canceller.in(TimeUnit.MILLISECONDS.toNanos(20)), Format.WEBP, 80));
            }
            assertThat(beside.get()).isEqualTo(alone);
            assertThat(Engine.encode(picture, Format.PNG)).isEqualTo(alone);
        }
    }

    private static void assertStopsAnywhere(Function<Cancellation, Object> work) {
        var undisturbed = Undisturbed.of(work);
        int stopped = 0;
        for (int moment = 1; stopped < STOPS; moment++) {
            assertThat(moment).as("moments that were tried").isLessThan(TRIES);
            stopped += undisturbed.isStopped(moment) ? 1 : 0;
        }
    }

    private static void assertStopsOrIsRight(Function<Cancellation, Object> work) {
        var undisturbed = Undisturbed.of(work);
        IntStream.range(0, STOPS).forEach(undisturbed::isStopped);
    }

    /// The result of work that is not stopped, and the time that it takes.
    private record Undisturbed(Function<Cancellation, Object> work, String right, long nanos) {
        static Undisturbed of(Function<Cancellation, Object> work) {
            var right = describe(work.apply(Engine.NEVER));
            long begin = System.nanoTime();
            describe(work.apply(Engine.NEVER));
            return new Undisturbed(work, right, System.nanoTime() - begin);
        }

        /// Cancels the work at one of the moments that are spread evenly over its time; 0 is its beginning, where
        /// it stops without native help.
        ///
        /// @return false if the work ended before the cancellation; its result is right then
        boolean isStopped(int moment) {
            try (var canceller = new Canceller()) {
                var outcome = describe(work.apply(canceller.in((long) (nanos * (moment * GOLDEN % 1)))));
                assertThat(outcome).isIn(right, "STOPPED");
                return outcome.equals("STOPPED");
            }
        }
    }

    /// Looks at the outcome and frees it.
    private static String describe(Object outcome) {
        return switch (outcome) {
            case Picture picture -> {
                try (picture) {
                    yield "pixels " + Arrays.hashCode(Engine.encode(picture, Format.JPEG));
                }
            }
            case EncodedPicture encoded -> {
                try (encoded) {
                    yield "bytes " + Arrays.hashCode(Engine.bytes(encoded.bytes()));
                }
            }
            case Thumbnail thumbnail -> "thumbnail " + Placeholder.of(thumbnail);
            case ImageProblem.Stopped _ -> "STOPPED";
            case ImageProblem.Failure failure -> failure.code();
            default -> throw new AssertionError(outcome);
        };
    }
}
