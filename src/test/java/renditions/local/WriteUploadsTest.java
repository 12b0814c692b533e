package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class WriteUploadsTest {
    private static final Path EVENTS = Path.of("events");

    @Test
    void the_committed_event_is_what_the_committed_uploads_generate() throws IOException {
        var uploads = new ArrayList<Upload>();
        try (var files = Files.list(EVENTS.resolve("uploads"))) {
            for (var file : files.sorted().toList()) {
                uploads.add(new Upload(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        assertThat(EVENTS.resolve(WriteUploads.EVENT)).hasContent(WriteUploads.event(uploads));
    }
}
