package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void libvips_is_found_in_the_second_place_if_the_first_has_none(@TempDir Path taskRoot) throws IOException {
        var folder = Files.createDirectory(taskRoot.resolve("lib"));
        Files.createSymbolicLink(folder.resolve("libvips-cpp.so.8.18.7"), LIBVIPS.toRealPath());
        var places = new VipsPlaces(null, List.of(taskRoot.resolve("layers"), folder));
        assertThat(places.start()).isSameAs(Engine.IMAGES.library());
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
