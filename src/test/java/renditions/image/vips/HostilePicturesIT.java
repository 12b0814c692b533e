package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.image.Format;
import renditions.image.ImageProblem.Failure;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;
import renditions.image.Probed;
import renditions.testing.Drawing;
import renditions.testing.HeifFile;
import renditions.testing.HostilePictures;
import renditions.testing.ImageFiles;
import renditions.testing.Metadata;

/// Small files that ask for much are refused by name, or made because the guard took away what costs.
class HostilePicturesIT {
    private static final BufferedImage PHOTO = Drawing.photo(60, 40);
    private static final byte[] WEBP = Engine.made(PHOTO, "webpsave_buffer", "keep=none");

    @ParameterizedTest
    @MethodSource("inExif")
    void a_picture_whose_exif_refers_to_itself_is_made_upright(byte[] file) {
        try (var picture = Engine.decode(file)) {
            assertThat(picture.size()).isEqualTo(new PixelSize(40, 60));
        }
        Engine.awaitHeld(0);
    }

    static Stream<byte[]> inExif() {
        var exif = HostilePictures.loopingExif(6);
        return Stream.of(
                Metadata.jpegWithExif(ImageFiles.jpeg(PHOTO), exif),
                Metadata.pngWith(ImageFiles.png(PHOTO), "eXIf", exif),
                HostilePictures.webpWith(WEBP, 60, 40, "EXIF", exif));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_orientation_of_a_webp_is_applied(int orientation) {
        var file = HostilePictures.webpWith(WEBP, 60, 40, "EXIF", Metadata.orientation(orientation));
        try (var turned = Engine.decode(file);
                var jpeg = Engine.decode(
                        Metadata.jpegWithExif(ImageFiles.jpeg(PHOTO), Metadata.orientation(orientation)))) {
            assertThat(turned.size()).isEqualTo(jpeg.size());
        }
    }

    @Test
    void the_orientation_behind_more_frames_than_are_read_is_applied() {
        var exif = HostilePictures.webpChunk("EXIF", HostilePictures.loopingExif(6));
        var file = HostilePictures.webpWithFrames(WEBP, 60, 40, 1_200, exif);

        assertThat(Engine.header(file).frames()).isEqualTo(1_000);
        try (var turned = Engine.decode(file)) {
            assertThat(turned.size()).isEqualTo(new PixelSize(40, 60));
        }
    }

    @Test
    void an_avif_with_metadata_is_made_as_without() {
        var upright = Engine.made(PHOTO, "heifsave_buffer", "compression=av1,effort=0,keep=none");
        var turned =
                Engine.made(PHOTO, List.of("rot angle=d90"), "heifsave_buffer", "compression=av1,effort=0,keep=all");
        assertThat(Engine.header(upright).size()).isEqualTo(new PixelSize(60, 40));
        assertThat(Engine.header(turned).size()).isEqualTo(new PixelSize(40, 60));
    }

    /// The grid passes the guard as it is, and libheif puts it together.
    @Test
    void an_avif_in_tiles_is_made() {
        var tile = Engine.made(PHOTO, "heifsave_buffer", "compression=av1,effort=0,keep=none");
        var twice = HeifFile.twice(tile, 60, 40);
        assertThat(Engine.header(twice).size()).isEqualTo(new PixelSize(120, 40));
        var whole = Engine.seen(twice, Format.AVIF);
        var left = Engine.seen(tile, Format.AVIF);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 40; y++) {
                assertThat(whole.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(left.getRGB(x % 60, y));
            }
        }
    }

    @Test
    void animations_and_documents_of_many_pages_are_made_from_their_beginning() {
        for (var file : List.of(
                HostilePictures.gifWithFrames(20_000),
                HostilePictures.webpWithFrames(WEBP, 60, 40, 2_000),
                HostilePictures.tiffWithDirectories(20_000))) {
            assertThat(Engine.header(file).frames()).isEqualTo(1_000);
            Engine.decode(file).close();
        }
    }

    @Test
    void a_progressive_jpeg_of_many_scans_is_refused_before_its_first() {
        assertThat(Engine.header(HostilePictures.jpegWithScans(100)).decodedAtOnce())
                .isTrue();
        assertRefused(Engine.probe(HostilePictures.jpegWithScans(101)), Kind.UNSUPPORTED, "scans");
    }

    @Test
    void five_samples_in_a_pixel_are_made_and_six_are_refused() {
        assertThat(Engine.header(HostilePictures.tiffWithSamples(5)).storage().samples())
                .isEqualTo(5);
        Engine.decode(HostilePictures.tiffWithSamples(5)).close();
        assertRefused(Engine.probe(HostilePictures.tiffWithSamples(6)), Kind.UNSUPPORTED, "samples");
    }

    @Test
    void sides_of_65535_pixels_are_made_and_longer_ones_are_refused() {
        Engine.decode(HostilePictures.blackPng(1, 65_535), new PixelSize(1, 100))
                .close();
        for (var file : List.of(HostilePictures.blackPng(1, 65_536), HostilePictures.blackPng(65_536, 1))) {
            assertRefused(Engine.probe(file), Kind.TOO_LARGE, "no side may be longer than 65,535");
        }
    }

    /// libvips would take it for a line of one pixel, so no limit and no budget would hold.
    @Test
    void an_avif_that_says_it_is_wider_than_libvips_counts_is_refused() {
        var avif = Engine.made(PHOTO, "heifsave_buffer", "compression=av1,effort=0,keep=none");
        avif[new String(avif, StandardCharsets.ISO_8859_1).indexOf("ispe") + 8] = 0x20;

        assertRefused(Engine.probe(avif), Kind.TOO_LARGE, "it is 536870972x40");
    }

    /// Of tiles of 8,192 x 8,192 pixels, libvips would hold one more than there are in the line.
    @Test
    void tiles_far_larger_than_any_picture_are_refused() {
        assertThat(Engine.header(HostilePictures.tiffInTiles(4 * 8_192, 8_192))
                        .storage()
                        .blockPixels())
                .isEqualTo(5 * 8_192 * 8_192);
        assertRefused(
                Engine.probe(HostilePictures.tiffInTiles(4 * 8_192 + 1, 8_192)),
                Kind.UNSUPPORTED,
                "more than 400,000,000 pixels in its tiles");
    }

    @Test
    void a_chain_of_directories_in_a_circle_is_made() {
        var circle = HostilePictures.tiffWithDirectories(1);
        circle[circle.length - 1] = 24; // its own directory comes next
        Engine.decode(circle).close();
    }

    private static void assertRefused(Probed probed, Kind kind, String words) {
        assertThat(probed).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.message()).contains(words);
        });
    }
}
