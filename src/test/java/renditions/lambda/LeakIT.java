package renditions.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import renditions.local.cloud.UploadedObject;
import renditions.testing.LocalFunction;
import renditions.testing.Soak;

/// Many batches in one process leave nothing behind.
class LeakIT {
    private static final int BATCHES = Soak.times(60, 200);

    /// Every encoding, a cut and a scaled rendition, all small and quick.
    private static final String SET = """
            [{"name": "small", "width": 160, "formats": ["webp", "jpeg", "png"]},
             {"name": "square", "width": 64, "height": 64, "fit": "cover", "formats": ["webp"]}]
            """;

    @Test
    void threads_native_memory_and_open_files_return_to_where_they_began() throws Exception {
        run(1); // a process keeps what it opens once: libraries, class files, the emulator's own
        var threads = threads();
        var files = openFiles();

        run(BATCHES);

        // Threads and sockets that are just ending may take a moment.
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(threads()).hasSizeLessThanOrEqualTo(threads.size());
            assertThat(openFiles()).hasSizeLessThanOrEqualTo(files.size());
        });
    }

    private static void run(int batches) throws IOException {
        try (var function = new LocalFunction(Map.of("RENDITIONS", SET))) {
            var begin = function.images().tracked();
            var uploads = uploadFive(function);
            for (int batch = 0; batch < batches; batch++) {
                run(function, uploads);
                assertThat(function.images().tracked()).isEqualTo(begin);
            }
        }
    }

    private static void run(LocalFunction function, List<UploadedObject> uploads) throws IOException {
        assertThat(function.invoke(uploads).split("itemIdentifier", -1)).hasSize(2);
        for (var upload : uploads) {
            function.client()
                    .deleteObject(
                            request -> request.bucket(LocalFunction.RENDITIONS).key("manifests/" + upload.key()));
        }
    }

    private static List<UploadedObject> uploadFive(LocalFunction function) throws IOException {
        var uploads = new ArrayList<UploadedObject>();
        try (var files = Files.list(Path.of("events/uploads"))) {
            for (var file : files.sorted().toList()) {
                uploads.add(function.upload("inbox/" + file.getFileName(), Files.readAllBytes(file)));
            }
        }
        return uploads;
    }

    // Platform threads, by name; the JDK's carriers of virtual threads come and go.
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool"))
                .sorted()
                .toList();
    }

    // Includes sockets.
    private static List<Path> openFiles() throws IOException {
        try (var descriptors = Files.list(Path.of("/dev/fd"))) {
            return descriptors.toList();
        }
    }
}
