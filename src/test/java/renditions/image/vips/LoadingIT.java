package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.image.EngineUnusable;

class LoadingIT {
    private static final Path LIBVIPS = Path.of(System.getenv("LIBVIPS"));

    @Test
    void the_engine_tells_its_version() {
        assertThat(Engine.IMAGES.version()).matches("libvips 8\\.\\d+\\.\\d+");
    }

    @Test
    void loading_again_gives_the_same_libvips() {
        var again = VipsImages.load(LIBVIPS.toString(), null);
        assertThat(again.library()).isSameAs(Engine.IMAGES.library());
    }

    @Test
    void a_function_finds_libvips_in_its_own_zip(@TempDir Path taskRoot) throws IOException {
        var folder = Files.createDirectory(taskRoot.resolve("lib"));
        Files.createSymbolicLink(folder.resolve("libvips-cpp.so.8.18.7"), LIBVIPS.toRealPath());
        assertThat(VipsImages.load(null, taskRoot.toString()).library()).isSameAs(Engine.IMAGES.library());
    }

    @Test
    void a_process_has_one_libvips(@TempDir Path folder) throws IOException {
        assertThat(Engine.IMAGES.version()).isNotEmpty();
        var other = Files.copy(LIBVIPS, folder.resolve("other-libvips"));
        assertThatThrownBy(() -> VipsImages.load(other.toString(), null))
                .isInstanceOf(EngineUnusable.class)
                .hasMessageContaining("this process already uses " + LIBVIPS.toRealPath());
    }
}
