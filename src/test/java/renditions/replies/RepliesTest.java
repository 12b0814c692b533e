package renditions.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Every source, every outcome: each is told what `docs/replies.md` says, byte for byte.
final class RepliesTest {
    private static final Path PAGE = Path.of("docs", "replies.md");
    private static final Path MADE = Path.of("target", "replies.md");

    @Test
    void every_source_is_told_of_every_outcome_as_the_page_says() throws IOException {
        var made = RepliesPage.text();
        Files.writeString(MADE, made);
        assertThat(made).as(PAGE + " is out of date, see " + MADE).isEqualTo(Files.readString(PAGE));
    }
}
