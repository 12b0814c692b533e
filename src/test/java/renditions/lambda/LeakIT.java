package renditions.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import renditions.batch.BatchListener;
import renditions.image.vips.VipsImages;
import renditions.local.EmbeddedS3;
import renditions.local.cloud.LocalContext;
import renditions.testing.ChildProcesses;
import renditions.testing.Events;
import renditions.testing.Soak;
import software.amazon.awssdk.services.s3.S3Client;

/// Many batches in one process leave nothing behind. The function runs with its real engine, against a store that
/// speaks S3's protocol over HTTP.
class LeakIT {
    private static final int BATCHES = Soak.times(60, 200);

    /// Every encoding, a cut and a scaled rendition, all small and quick.
    private static final String SET = """
            [{"name": "small", "width": 160, "formats": ["webp", "jpeg", "png"]},
             {"name": "square", "width": 64, "height": 64, "fit": "cover", "formats": ["webp"]}]
            """;

    private static final Settings SETTINGS = Settings.of(Map.of(
            "RENDITIONS_BUCKET",
            "renditions",
            "RENDITIONS",
            SET,
            "LIBVIPS",
            System.getenv().getOrDefault("LIBVIPS", "")));

    /// Also where each batch is worked on in processes of their own.
    @Test
    void no_process_is_left_of_redelivered_batches() throws Exception {
        run(1);
        var files = openFiles();
        var engines = Engines.load(SETTINGS);
        try (var s3 = EmbeddedS3.start();
                var client = s3.client();
                var wiring = Wiring.of(SETTINGS, client, engines, new BatchListener<>() {})) {
            var function = new RenditionsFunction(wiring);
            s3.createBucket("uploads");
            s3.createBucket("renditions");
            var redelivered = Events.redelivered(
                    uploadFive(client).stream().map(Events::created).toList());
            assertThat(invoke(function, redelivered)).containsOnlyOnce("itemIdentifier");
        }

        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(ChildProcesses.running("renditions.image.ward")).isEmpty();
            assertThat(openFiles()).hasSizeLessThanOrEqualTo(files.size());
        });
    }

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
        var images = VipsImages.load(SETTINGS.libvips(), null);
        try (var s3 = EmbeddedS3.start();
                var client = s3.client();
                var wiring = Wiring.of(SETTINGS, client, Engines.of(images), new BatchListener<>() {})) {
            var function = new RenditionsFunction(wiring);
            var begin = images.tracked();
            s3.createBucket("uploads");
            s3.createBucket("renditions");
            var keys = uploadFive(client);
            var event = Events.sqs(keys.stream().map(Events::created).toList());
            for (int batch = 0; batch < batches; batch++) {
                assertThat(invoke(function, event)).containsOnlyOnce("itemIdentifier");
                keys.forEach(
                        key -> client.deleteObject(it -> it.bucket("renditions").key("manifests/" + key)));
                assertThat(images.tracked()).isEqualTo(begin);
            }
        }
    }

    /// Uploads the five, one of them corrupt, by their numbers.
    private static List<String> uploadFive(S3Client client) throws IOException {
        try (var files = Files.list(Path.of("events/uploads"))) {
            return files.sorted()
                    .map(file -> {
                        var key = file.getFileName().toString().substring(0, 1);
                        client.putObject(it -> it.bucket("uploads").key(key), file);
                        return key;
                    })
                    .toList();
        }
    }

    private static String invoke(RenditionsFunction function, byte[] event) throws IOException {
        var reply = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), reply, new LocalContext(Duration.ofMinutes(5)));
        return reply.toString(UTF_8);
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
