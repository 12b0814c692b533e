package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LocalPathTest {
    @Test
    void a_leading_tilde_is_the_home_folder() throws FileSystemException {
        assertThat(LocalPath.of("~/Pictures/a b"))
                .isEqualTo(Path.of(System.getProperty("user.home"), "Pictures", "a b"));
    }

    @Test
    void a_tilde_elsewhere_is_a_tilde() throws FileSystemException {
        assertThat(LocalPath.of("a/~/b")).isEqualTo(Path.of("a/~/b"));
        assertThat(LocalPath.of("~other/b")).isEqualTo(Path.of("~other/b"));
    }

    @Test
    void a_name_that_no_file_can_have_is_a_problem_of_the_file_system() {
        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> LocalPath.of("a\0b"));
    }
}
