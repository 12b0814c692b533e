package renditions.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureFolderTest {
    @TempDir
    private Path outside;

    private Path inside = Path.of("");
    private PictureFolder folder = new PictureFolder(inside);

    @BeforeEach
    void make() throws IOException {
        inside = Files.createDirectory(outside.toRealPath().resolve("inside"));
        folder = new PictureFolder(inside);
        Files.writeString(inside.resolveSibling("secret.jpg"), "secret");
    }

    @Test
    void a_key_is_a_path_below_the_folder_or_a_name_in_it() throws IOException {
        var name = file("a.jpg");
        assertThat(folder.find("inbox/2026/a.jpg")).contains(name);
        assertThat(folder.find("a.jpg")).contains(name);

        var path = file("inbox/2026/a.jpg");
        assertThat(folder.find("inbox/2026/a.jpg")).as("the path comes first").contains(path);
        assertThat(folder.find("inbox/2026/b.jpg")).isEmpty();
        assertThat(folder.places("inbox/2026/b.jpg"))
                .containsExactly(inside.resolve("inbox/2026/b.jpg"), inside.resolve("b.jpg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.jpg", "a/../../secret.jpg", "/../secret.jpg", "..", ".", "a/..", "/", "\0", "x/"})
    void no_key_leads_out_of_the_folder_or_to_itself(String key) {
        assertThat(folder.find(key)).isEmpty();
        assertThat(folder.places(key)).allMatch(place -> place.startsWith(inside) && !place.equals(inside));
    }

    @Test
    void an_absolute_key_is_only_a_name() throws IOException {
        assertThat(folder.find(inside.resolveSibling("secret.jpg").toString())).isEmpty();

        var name = file("secret.jpg");
        assertThat(folder.find(inside.resolveSibling("secret.jpg").toString())).contains(name);
        assertThat(folder.find("../secret.jpg")).contains(name);
    }

    @Test
    void links_to_files_are_followed_and_links_to_folders_are_not() throws IOException {
        Files.createSymbolicLink(inside.resolve("link.jpg"), inside.resolveSibling("secret.jpg"));
        Files.createSymbolicLink(inside.resolve("up"), outside);
        assertThat(folder.find("link.jpg")).contains(inside.resolve("link.jpg"));
        assertThat(folder.find("up/secret.jpg")).isEmpty();
    }

    @Test
    void folders_are_no_pictures() throws IOException {
        Files.createDirectory(inside.resolve("a.jpg"));
        assertThat(folder.find("a.jpg")).isEmpty();
    }

    private Path file(String name) throws IOException {
        var file = inside.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, name);
    }
}
