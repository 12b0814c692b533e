package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.image.Header;
import renditions.image.PixelSize;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.Soak;

/// What libvips really takes while it decodes is never more than 1.3 times what an item takes from the budget
/// before.
class BudgetIT {
    private static final PixelSize SIZE = new PixelSize(3_000, 2_000);
    private static final String ENLARGED =
            "thumbnail_image width=%d,height=%d,size=force".formatted(SIZE.width(), SIZE.height());

    /// @param options of the saver
    /// @param operations that change the picture before
    private record Case(String saver, String options, List<String> operations) {
        byte[] file() {
            var all = Stream.concat(Stream.of(ENLARGED), operations.stream()).toList();
            return Engine.made(Drawing.fading(300, 200), all, saver, options);
        }
    }

    private static Stream<Case> cases() {
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
                new Case(
                        "pngsave_buffer",
                        "compression=1,keep=icc",
                        List.of("icc_transform output_profile=p3,depth=16")),
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

    /// A process of its own decodes them, because libvips never forgets the most that it held; the smallest budget
    /// comes first, so that what an earlier decode held hides nothing.
    @Test
    void no_picture_takes_more_than_it_takes_from_the_budget(@TempDir Path folder) throws Exception {
        int number = 0;
        for (var picture : cases().toList()) {
            Files.write(folder.resolve("%02d".formatted(number++)), picture.file());
        }
        Files.write(folder.resolve("planes"), HostilePictures.tiffInPlanes(4_000, 4_000));
        var decodes = planned(folder);
        assertThat(decodes).hasSize(factors().size() * (number + 1));
        var held = heldBy(decodes);
        assertThat(held).hasSameSizeAs(decodes);
        for (int decode = 0; decode < held.size(); decode++) {
            assertThat(held.get(decode))
                    .as("%s", decodes.get(decode))
                    .isPositive()
                    .isLessThanOrEqualTo(decodes.get(decode).budget() * 13 / 10);
        }
    }

    /// The parts of a picture's size that it is decoded at.
    private static List<Double> factors() {
        return List.of(1.0, 0.2, 0.4, 0.05).subList(0, Soak.times(2, 4));
    }

    /// @param factor the part of the picture's size to decode it at
    /// @param budget in bytes
    private record Decode(Path file, double factor, Header header, long budget) {
        static Decode of(Path file, Header header, double factor) {
            var base = header.size().scaled(factor);
            var profile = Engine.IMAGES.profile();
            return new Decode(file, factor, header, profile.decodeBytes(header, base) + profile.renderBytes(base));
        }
    }

    private static List<Decode> planned(Path folder) throws IOException {
        var decodes = new ArrayList<Decode>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var header = Engine.header(Files.readAllBytes(file));
                factors().forEach(factor -> decodes.add(Decode.of(file, header, factor)));
            }
        }
        decodes.sort(Comparator.comparingLong(Decode::budget));
        return decodes;
    }

    /// @return after each decode the most bytes that libvips held until then
    private static List<Long> heldBy(List<Decode> decodes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BudgetRun.class.getName()));
        for (var decode : decodes) {
            command.addAll(List.of(decode.file().toString(), Double.toString(decode.factor())));
        }
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            var held = output.lines().map(Long::valueOf).toList();
            assertThat(process.waitFor()).isZero();
            return held;
        }
    }
}
