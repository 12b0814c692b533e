package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.ImageLimits;
import renditions.image.PixelSize;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;

/// What libvips really takes while it decodes is never more than 1.3 times what an item takes from the budget before.
@Isolated("libvips counts the memory of the whole process")
class BudgetIT {
    private static final PixelSize SIZE = new PixelSize(3_000, 2_000);
    private static final String ENLARGED =
            "thumbnail_image width=%d,height=%d,size=force".formatted(SIZE.width(), SIZE.height());

    /// @param options of the saver
    /// @param operations that change the picture before
    record Case(String saver, String options, List<String> operations) {
        byte[] file() {
            var all = Stream.concat(Stream.of(ENLARGED), operations.stream()).toList();
            return Engine.made(Drawing.fading(300, 200), all, saver, options);
        }
    }

    static Stream<Case> cases() {
        var opaque = "flatten background=255";
        var deep = "colourspace space=rgb16";
        return Stream.of(
                new Case("jpegsave_buffer", "Q=80", List.of()),
                new Case("jpegsave_buffer", "Q=80,interlace=true", List.of()),
                new Case("jpegsave_buffer", "Q=80", List.of(opaque, "colourspace space=b-w")),
                new Case("jpegsave_buffer", "Q=80,interlace=true", List.of(opaque, "colourspace space=cmyk")),
                new Case("pngsave_buffer", "compression=1", List.of()),
                new Case("pngsave_buffer", "compression=1", List.of(opaque, deep)),
                new Case("pngsave_buffer", "compression=1,interlace=true", List.of(deep)),
                new Case("pngsave_buffer", "palette=true,effort=1", List.of()),
                new Case("webpsave_buffer", "effort=0", List.of()),
                new Case("webpsave_buffer", "effort=0,lossless=true", List.of()),
                new Case("gifsave_buffer", "effort=1", List.of()),
                new Case("heifsave_buffer", "compression=av1,effort=0", List.of()),
                new Case("heifsave_buffer", "compression=av1,effort=0,bitdepth=12", List.of(opaque, deep)),
                new Case("tiffsave_buffer", "compression=none", List.of(opaque)),
                new Case("tiffsave_buffer", "compression=lzw", List.of(deep)),
                new Case("tiffsave_buffer", "compression=deflate", List.of("colourspace space=scrgb")),
                new Case("tiffsave_buffer", "compression=jpeg", List.of(opaque)),
                new Case("tiffsave_buffer", tiles(256), List.of()),
                new Case("tiffsave_buffer", tiles(1_024), List.of()),
                new Case("tiffsave_buffer", tiles(4_096), List.of(opaque)));
    }

    private static String tiles(int side) {
        return "compression=deflate,tile=true,tile-width=%d,tile-height=%d".formatted(side, side);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_picture_takes_what_it_takes_from_the_budget(Case picture) {
        assertWithinBudget(picture.file());
    }

    @Test
    void a_strip_of_all_pixels_in_planes_counts_as_a_whole() {
        assertWithinBudget(HostilePictures.tiffInPlanes(4_000, 4_000));
    }

    private static void assertWithinBudget(byte[] file) {
        for (double factor : List.of(1.0, 0.4, 0.2, 0.05)) {
            try (var arena = Arena.ofShared()) {
                var bytes = Bytes.toNative(arena, file);
                var header = Engine.header(Engine.GUARDED.probe(Engine.NEVER, bytes, ImageLimits.DEFAULT));
                var base = header.size().scaled(factor);
                var profile = Engine.IMAGES.profile();
                long budget = profile.decodeBytes(header, base) + profile.renderBytes(base);
                long peak = peak(() -> Engine.picture(Engine.GUARDED.decode(Engine.NEVER, bytes, header, base))
                        .close());
                assertThat(peak).as("%s at %s", header, base).isPositive().isLessThan(budget * 13 / 10);
            }
        }
        Engine.awaitHeld(0);
    }

    /// The most that libvips says it holds while this runs. A thread asks it without pause.
    private static long peak(Runnable work) {
        var most = new AtomicLong();
        var ended = new AtomicBoolean();
        var asking = Thread.ofPlatform().daemon().start(() -> {
            while (!ended.get()) {
                most.accumulateAndGet(Engine.IMAGES.tracked().bytes(), Math::max);
            }
        });
        work.run();
        ended.set(true);
        return joined(asking, most);
    }

    private static long joined(Thread asking, AtomicLong most) {
        try {
            asking.join();
            return most.get();
        } catch (InterruptedException nobodyDoes) {
            throw new AssertionError(nobodyDoes);
        }
    }
}
