package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import renditions.local.scene.Scene;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;

/// The files in `events/replaced` are those that the code makes: two pictures that nobody takes for each other.
final class SixthUploadTest {
    private static final Path FOLDER = Path.of("events", SixthUpload.FOLDER);

    @Test
    void the_folder_holds_exactly_both_contents_of_moderate_size() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(SixthUpload.FIRST, SixthUpload.SECOND);
        }
        for (var content : SixthUpload.contents()) {
            assertThat(Files.size(FOLDER.resolve(content.name()))).isBetween(20_000L, 400_000L);
        }
    }

    @Test
    void the_tree_is_in_summer_first_and_then_in_autumn() throws IOException {
        assertThat(distance(SixthUpload.FIRST, Scene.TREE_IN_SUMMER)).isLessThan(6);
        assertThat(distance(SixthUpload.SECOND, Scene.TREE_IN_AUTUMN)).isLessThan(6);
        assertThat(distance(SixthUpload.FIRST, Scene.TREE_IN_AUTUMN)).isGreaterThan(20);
    }

    private static double distance(String file, Scene scene) throws IOException {
        var seen = ImageFiles.read(Files.readAllBytes(FOLDER.resolve(file)));
        return Likeness.between(seen, scene.picture()).mean();
    }
}
