package renditions.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The two forms in which the function is deployed, each with its template.
enum Deployed {
    /// A zip with a layer: `make deploy`.
    AS_ZIP(Path.of("template.yaml")),

    /// A container image: `make deploy-image`, which derives the template.
    AS_IMAGE(derived(Path.of("target", "template-image.yaml")));

    private final Path file;

    Deployed(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    Template template() {
        return Template.of(file);
    }

    private static Path derived(Path file) {
        try {
            var process = new ProcessBuilder("sh", "src/image/template", file.toString())
                    .redirectErrorStream(true)
                    .start();
            var words = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(words);
            }
            return file;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
