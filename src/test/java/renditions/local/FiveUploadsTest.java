package renditions.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import renditions.local.scene.Scene;
import renditions.testing.Likeness;

/// The files in `events/uploads` are those that the code makes. Their pixels are compared, because encoders may
/// differ a little.
final class FiveUploadsTest {
    private static final Path FOLDER = Path.of("events", "uploads");

    /// The loss of a lossy encoding of a grainy picture, see [Likeness#mean()]; turned or mirrored pictures differ by
    /// far more.
    private static final double LOSS = 5;

    @Test
    void the_folder_holds_exactly_five_files_of_moderate_size() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(Files.size(file)).isBetween(20_000L, 250_000L));
        }
    }

    @Test
    void the_landscape_is_the_mountain_lake() throws IOException {
        var lake = FiveUploads.landscape();
        assertThat(distance(committed(lake.name()), decoded(lake.bytes()))).isLessThan(0.5);
        assertThat(distance(committed(lake.name()), Scene.MOUNTAIN_LAKE.picture()))
                .isLessThan(LOSS);
    }

    @Test
    void the_portrait_lies_on_its_side_and_says_so() throws IOException {
        var generated = FiveUploads.portrait();
        byte[] file = bytes(generated.name());
        assertThat(distance(decoded(file), decoded(generated.bytes()))).isLessThan(0.5);
        assertThat(distance(decoded(file), Pictures.sideways(Scene.LIGHTHOUSE.picture())))
                .isLessThan(LOSS);
        assertThat(start(file))
                .as("start of image, Exif block with the one entry: orientation, short, one, 6")
                .isEqualTo(
                        "ffd8ffe10022457869660000" + "4d4d002a000000080001" + "01120003000000010006" + "000000000000")
                .isEqualTo(start(generated.bytes()));
    }

    @Test
    void the_third_ends_in_the_middle_of_its_pixels() throws IOException {
        byte[] file = bytes(FiveUploads.CORRUPT);
        assertThat(new String(file, ISO_8859_1)).startsWith("\u00FF\u00D8").doesNotContain("\u00FF\u00D9");
        var night = Scene.CITY_AT_NIGHT.picture();
        assertThat(distance(part(decoded(file), 0), part(night, 0))).isLessThan(LOSS);
        assertThat(distance(part(decoded(file), 3), part(night, 3))).isGreaterThan(5 * LOSS);
    }

    @Test
    void the_png_is_the_leaf_with_its_transparency() throws IOException {
        var leaf = committed(FiveUploads.transparent().name());
        assertThat(distance(leaf, Scene.LEAF.picture())).isLessThan(1);
        assertThat(leaf.getRGB(0, 0) >>> 24).as("opacity of the corner").isZero();
    }

    @Test
    void the_webp_is_whole_and_as_large_as_the_balloons() throws IOException {
        var header = ByteBuffer.wrap(bytes(FiveUploads.WEBP)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(header.array(), 0, 16, ISO_8859_1)).matches("RIFF(?s:.{4})WEBPVP8 ");
        assertThat(header.getInt(4)).as("length").isEqualTo(header.limit() - 8);
        assertThat((int) header.getShort(26))
                .as("width")
                .isEqualTo(Scene.BALLOONS.size().width());
        assertThat((int) header.getShort(28))
                .as("height")
                .isEqualTo(Scene.BALLOONS.size().height());
    }

    /// One of four strips of equal height, 0 the topmost.
    private static BufferedImage part(BufferedImage picture, int strip) {
        int height = picture.getHeight() / 4;
        return picture.getSubimage(0, strip * height, picture.getWidth(), height);
    }

    /// The first 38 bytes in hexadecimal, up to the end of the Exif block.
    private static String start(byte[] file) {
        return HexFormat.of().formatHex(file, 0, 38);
    }

    private static double distance(BufferedImage one, BufferedImage other) {
        return Likeness.between(one, other).mean();
    }

    private static BufferedImage committed(String name) throws IOException {
        return decoded(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
