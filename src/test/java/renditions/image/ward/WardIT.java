package renditions.image.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.batch.Cancellation;
import renditions.image.Colour;
import renditions.image.EncodedPicture;
import renditions.image.Format;
import renditions.image.Geometry;
import renditions.image.Gravity;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.Images;
import renditions.image.Picture;
import renditions.image.Placeholder;
import renditions.image.Thumbnail;
import renditions.image.vips.VipsImages;
import renditions.local.EnginePictures;
import renditions.testing.ImageFiles;
import renditions.testing.ManyBands;
import renditions.testing.OddPictures;
import renditions.testing.Soak;

/// libvips in a child makes what libvips in this process makes, and its memory is limited.
class WardIT {
    private static final Cancellation NEVER = Cancellation.never();
    private static final VipsImages HERE = VipsImages.load(System.getenv("LIBVIPS"), null);

    /// The sides of a picture of nearly 50 megapixels, in full.
    private static final int SIDE = Soak.times(2000, 7000);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final WardedImages ward =
            WardedImages.ofVips(HERE, System.getenv("LIBVIPS"), null, 4_000_000_000L, Duration.ofSeconds(60), log::add);

    @AfterEach
    void rest() {
        ward.rest();
    }

    @Test
    void every_upload_becomes_the_same_bytes() throws Exception {
        for (var file : files()) {
            var bytes = Files.readAllBytes(file);

            assertThat(journey(ward, bytes)).as(file.toString()).isEqualTo(journey(HERE, bytes));
        }
        assertThat(log).isEmpty();
    }

    @Test
    void every_odd_picture_becomes_the_same_or_has_the_same_problem() {
        for (var picture : OddPictures.all()) {
            assertThat(journey(ward, picture.bytes())).as(picture.name()).isEqualTo(journey(HERE, picture.bytes()));
        }
        assertThat(log).isEmpty();
    }

    /// What is decoded in one go takes the most memory.
    @Test
    void a_picture_of_the_largest_size_is_no_memory_bomb() {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pictures = new EnginePictures(HERE);

        for (var file : List.of(
                ImageFiles.interlacedPng(image),
                ImageFiles.progressiveJpeg(image),
                pictures.encoded(ImageFiles.png(image), Format.WEBP, 80))) {
            assertThat(journey(ward, file)).hasSize(2 + Format.writables().size());
        }
    }

    /// Nothing is between it and libvips: no guard, and no budget that knows what it takes.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux limits the memory of a process")
    void a_memory_bomb_is_told_from_a_damaged_picture() {
        var small = WardedImages.ofVips(
                HERE, System.getenv("LIBVIPS"), null, 300_000_000, Duration.ofSeconds(60), log::add);

        assertThat(journey(small, ManyBands.tiff(9984, 512, 500)))
                .last()
                .asString()
                .contains("TOO_MUCH_MEMORY");
        small.rest();
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("events/uploads"))) {
            return files.sorted().toList();
        }
    }

    /// What an engine makes of a file, as texts; at its end a problem, if there is one.
    private static List<String> journey(Images engine, byte[] file) {
        var made = new ArrayList<String>();
        try (var arena = Arena.ofConfined()) {
            var bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
            switch (engine.probe(NEVER, bytes, ImageLimits.DEFAULT)) {
                case ImageProblem problem -> made.add(problem.toString());
                case Header header -> {
                    made.add(header.toString());
                    decode(engine, bytes, header, made);
                }
            }
        }
        return made;
    }

    private static void decode(Images engine, MemorySegment bytes, Header header, List<String> made) {
        var size = header.size().scaled(0.5);
        switch (engine.decode(NEVER, bytes, header, size)) {
            case ImageProblem problem -> made.add(problem.toString());
            case Picture base -> {
                try (base;
                        var sized = (Picture) base.resize(
                                NEVER,
                                new Geometry(
                                        size, size.scaled(0.5), size, Gravity.ENTROPY, new Colour(9, 8, 7, 6), true))) {
                    made.add(Placeholder.of((Thumbnail) base.thumbnail(NEVER)).toString());
                    for (var format : Format.writables()) {
                        made.add(digest((EncodedPicture) sized.encode(NEVER, format, 80)));
                    }
                }
            }
        }
    }

    private static String digest(EncodedPicture encoded) {
        try (encoded) {
            return encoded.format() + " " + encoded.size() + " "
                    + Arrays.hashCode(encoded.bytes().toArray(ValueLayout.JAVA_BYTE));
        }
    }
}
