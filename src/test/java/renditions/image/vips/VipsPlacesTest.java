package renditions.image.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import renditions.image.EngineUnusable;

class VipsPlacesTest {
    @TempDir
    private Path folder;

    @Test
    void a_missing_file_is_named_with_the_setting_and_what_is_allowed() {
        var file = folder.resolve("libvips");
        assertUnusable(file)
                .hasMessage("the setting LIBVIPS is '" + file + "', tried " + file + " (no such file),"
                        + " allowed: the shared library of libvips 8.18.3 or newer");
    }

    @Test
    void a_folder_without_libvips_is_named_with_what_was_looked_for() {
        assertUnusable(folder).hasMessageContaining(folder.resolve("libvips-cpp.so.*") + " (no such file)");
    }

    @Test
    void a_text_file_is_no_library() throws IOException {
        assertUnusable(Files.writeString(folder.resolve("libvips"), "not a library"))
                .hasMessageContaining("libvips (not a shared library for this machine)");
    }

    @Test
    void another_library_is_not_libvips() {
        var java = Path.of(System.getProperty("java.home"), "lib", System.mapLibraryName("java"));
        assertUnusable(java).hasMessageContaining("(not libvips, or not all of it: no function vips_version)");
    }

    @Test
    void without_a_setting_the_places_of_lambda_are_tried() {
        assertThat(VipsPlaces.of(null, "/task").places()).containsExactly(Path.of("/opt/lib"), Path.of("/task/lib"));
        assertThat(VipsPlaces.of(null, null).places()).containsExactly(Path.of("/opt/lib"));
    }

    @Test
    void every_place_is_tried_and_named() throws IOException {
        var layers = Files.createDirectory(folder.resolve("layers"));
        Files.writeString(layers.resolve("libvips-cpp.so.8.18.3"), "not a library");
        Files.writeString(layers.resolve("libvips-cpp.so.8.18.7"), "not a library");
        var zip = folder.resolve("lib");
        assertThatThrownBy(() -> new VipsPlaces(null, List.of(layers, zip)).start())
                .isInstanceOf(EngineUnusable.class)
                .message()
                .startsWith("libvips cannot be used, tried " + layers.resolve("libvips-cpp.so.8.18.7") + " (not a")
                .contains(", " + layers.resolve("libvips-cpp.so.8.18.3") + " (not a", ", " + zip + " (no such file)")
                .endsWith(": add the layer that `make package` builds,"
                        + " or set LIBVIPS to the shared library of libvips 8.18.3 or newer");
    }

    @Test
    void the_setting_is_the_only_place_if_it_is_set() {
        assertThat(VipsPlaces.of("/a/libvips", "/task").places()).containsExactly(Path.of("/a/libvips"));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 99, 99, false",
        "8, 9, 9, false",
        "8, 18, 2, false",
        "8, 18, 3, true",
        "8, 19, 0, true",
        "9, 0, 0, true"
    })
    void an_old_libvips_is_refused_and_a_new_one_is_welcome(int major, int minor, int micro, boolean welcome) {
        var problem = catchThrowable(() -> VipsLibrary.requireNew(new VipsVersion(major, minor, micro)));

        assertThat(problem == null ? "" : problem.getMessage())
                .isEqualTo(welcome ? "" : "libvips %d.%d.%d is older than 8.18.3".formatted(major, minor, micro));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertUnusable(Path setting) {
        return assertThatThrownBy(() -> VipsImages.load(setting.toString(), null))
                .isInstanceOf(EngineUnusable.class);
    }
}
