package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import renditions.image.Header;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.ImageProblem.Kind;
import renditions.image.Picture;
import renditions.image.PixelSize;
import renditions.testing.Bytes;
import renditions.testing.Drawing;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;
import renditions.testing.Mutations;
import renditions.testing.Soak;

/// Pictures of every format, changed in hostile ways, go through the guard and the engine: each ends as a picture or
/// as a problem of its own, and nothing is left in native memory.
class MutationIT {
    /// No mutated header makes a decode of more than a megapixel.
    private static final ImageLimits LIMITS = new ImageLimits(1_000_000, 1_000_000);

    private static final BufferedImage PHOTO = Drawing.photo(120, 80);

    private static final byte[] WEBP = Engine.made(PHOTO, "webpsave_buffer", "keep=none");

    private static final List<byte[]> SOUND = List.of(
            Metadata.jpegWithExif(ImageFiles.jpeg(PHOTO), Metadata.orientationAndPlace(6)),
            HostilePictures.jpegWithScans(12),
            Metadata.pngWith(ImageFiles.png(PHOTO), "eXIf", Metadata.orientationAndPlace(6)),
            ImageFiles.interlacedPng(PHOTO),
            ImageFiles.gif(PHOTO),
            HostilePictures.gifWithFrames(10),
            ImageFiles.tiff(PHOTO),
            HostilePictures.tiffWithDirectories(4),
            Engine.made(PHOTO, "tiffsave_buffer", "compression=deflate,tile=true,tile-width=16,tile-height=16"),
            Engine.made(PHOTO, "tiffsave_buffer", "compression=jpeg,bigtiff=true,pyramid=true"),
            WEBP,
            HostilePictures.webpWith(WEBP, 120, 80, "EXIF", Metadata.orientationAndPlace(6)),
            HostilePictures.webpWithFrames(WEBP, 120, 80, 3),
            Engine.made(PHOTO, "heifsave_buffer", "compression=av1,effort=0"));

    /// Prints the longest time that one of them took; the machine may have taken a part of it.
    @Test
    void a_changed_picture_harms_nothing() {
        var random = new Random(41);
        var mutations = new Mutations(random);
        long longest = 0;
        for (int input = 0; input < Soak.times(2_000, 100_000); input++) {
            var file = mutations.of(SOUND.get(random.nextInt(SOUND.size())));
            long begin = System.nanoTime();
            send(file, "input " + input);
            longest = Math.max(longest, System.nanoTime() - begin);
        }
        Engine.awaitHeld(0);
        System.out.println("the longest took " + Duration.ofNanos(longest));
    }

    private static void send(byte[] file, String name) {
        try (var arena = Arena.ofConfined()) {
            var bytes = Bytes.toNative(arena, file);
            switch (Engine.GUARDED.probe(Engine.NEVER, bytes, LIMITS)) {
                case Header header -> {
                    var size = new PixelSize(
                            Math.min(50, header.size().width()),
                            Math.min(50, header.size().height()));
                    switch (Engine.GUARDED.decode(Engine.NEVER, bytes, header, size)) {
                        case Picture picture -> {
                            assertThat(picture.size()).as(name).isEqualTo(size);
                            picture.close();
                        }
                        case ImageProblem problem -> assertItsOwn(problem, name);
                    }
                }
                case ImageProblem problem -> assertItsOwn(problem, name);
            }
        }
    }

    private static void assertItsOwn(ImageProblem problem, String name) {
        assertThat(problem)
                .as(name)
                .isInstanceOfSatisfying(
                        ImageProblem.Failure.class,
                        failure -> assertThat(failure.kind()).isNotEqualTo(Kind.ENGINE));
    }
}
