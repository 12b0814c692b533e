package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import renditions.image.Format;
import renditions.image.vips.VipsImages;
import renditions.local.scene.Scene;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;

/// The properties of the five uploads that only the image engine can check.
final class FiveUploadsIT {
    private static final EnginePictures ENGINE = new EnginePictures(VipsImages.load(System.getenv("LIBVIPS"), null));

    @Test
    void the_webp_is_the_balloons_and_the_portrait_is_upright() throws IOException {
        assertShows(FiveUploads.WEBP, Scene.BALLOONS);
        assertShows(FiveUploads.portrait().name(), Scene.LIGHTHOUSE);
    }

    private static void assertShows(String name, Scene scene) throws IOException {
        var file = Files.readAllBytes(Path.of("events", "uploads", name));
        var seen = ImageFiles.read(ENGINE.encoded(file, Format.PNG, 100));
        assertThat(Likeness.between(seen, scene.picture()).mean()).as(name).isLessThan(5);
    }
}
