package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.image.vips.VipsImages;
import renditions.local.scene.Scene;

/// The properties of the five uploads that only the image engine can check.
final class FiveUploadsIT {
    private static final Path FOLDER = Path.of("events", "uploads");
    private static final EnginePictures ENGINE = new EnginePictures(VipsImages.load(System.getenv("LIBVIPS"), null));

    @Test
    void the_webp_is_the_balloons() throws IOException {
        assertThat(Difference.between(
                        ImageIO.read(new ByteArrayInputStream(png(FiveUploads.WEBP))), Scene.BALLOONS.picture()))
                .isLessThan(4);
    }

    @Test
    void the_portrait_is_upright_for_the_engine() throws IOException {
        byte[] upright = png(FiveUploads.portrait().name());
        assertThat(Difference.between(ImageIO.read(new ByteArrayInputStream(upright)), Scene.LIGHTHOUSE.picture()))
                .isLessThan(4);
    }

    @Test
    void the_third_is_corrupt_for_the_engine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> png(FiveUploads.CORRUPT))
                .withMessageStartingWith("a picture of our own: the picture is damaged");
    }

    private static byte[] png(String name) throws IOException {
        return ENGINE.encoded(Files.readAllBytes(FOLDER.resolve(name)), Format.PNG, 100);
    }
}
