package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.local.cloud.UploadedObject;
import renditions.testing.NeedsDocker;
import software.amazon.awssdk.core.sync.RequestBody;

/// The container image: built with its AOT cache, started, and invoked once.
@NeedsDocker(command = "docker")
@EnabledOnOs(value = OS.LINUX, disabledReason = "only on Linux can a container share the machine's loopback interface")
class ImageIT {
    private static final String IMAGE = "renditions-test:latest";
    private static final String CONTEXT = Path.of("target", "image-test").toString();
    private static final Path LOG = Path.of("target", "runtime", "image.log");

    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final String MACHINE = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";

    private final String name = "renditions-test-" + UUID.randomUUID();
    private final RuntimeApi lambda = new RuntimeApi();
    private final EmbeddedS3 s3 = EmbeddedS3.start();

    @BeforeAll
    static void build() throws Exception {
        run("sh", "src/image/context", MACHINE, CONTEXT);
        run("docker", "build", "--tag", IMAGE, CONTEXT);
        Files.createDirectories(LOG.getParent());
    }

    @AfterEach
    void end() throws Exception {
        run("docker", "rm", "--force", name);
        lambda.close();
        s3.close();
    }

    /// In this mode the JVM ends if the cache does not fit.
    @Test
    void it_starts_with_its_cache_and_makes_renditions() throws Exception {
        assertAnswers(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -Xlog:class+load"));
        assertThat(LOG)
                .content()
                .contains("renditions.lambda.RenditionsFunction source: shared objects file")
                .contains("software.amazon.awssdk.services.s3.S3Client source: shared objects file");
    }

    /// The cache was made for the JVM's default pointers.
    @Test
    void where_the_cache_does_not_fit_it_starts_without() throws Exception {
        assertAnswers(Map.of("JAVA_TOOL_OPTIONS", "-XX:-UseCompressedOops"));
        assertThat(LOG).content().contains("Unable to use AOT cache");
    }

    /// The options of this JVM are not for its children.
    @Test
    void it_starts_a_process_for_suspects() throws Exception {
        assertAnswers(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load"), 2);
        assertThat(LOG).content().doesNotContain("NO_WARD", "WARD_LOST");
    }

    private void assertAnswers(Map<String, String> variables) throws Exception {
        assertAnswers(variables, 1);
    }

    private void assertAnswers(Map<String, String> variables, int receiveCount) throws Exception {
        var message = Message.announcing("a", List.of(upload()), false);
        var order = new RuntimeApi.Order("image", Message.event(List.of(message), receiveCount), AMPLE);
        var container = start(variables);
        var _ = container
                .onExit()
                .thenAccept(ended -> order.status().complete(new InvocationStatus.Exited(0, ended.exitValue())));
        lambda.hand(order);

        assertThat(order.status().get(AMPLE.toSeconds(), TimeUnit.SECONDS))
                .hasToString("answered {\"batchItemFailures\":[]}");
        assertThat(renditions())
                .containsExactly("manifests/a.jpg", "renditions/a.jpg/small.jpg", "renditions/a.jpg/small.webp");
    }

    private UploadedObject upload() {
        s3.createBucket("uploads");
        s3.createBucket("renditions");
        var picture = new Photos().photo(3);
        try (var client = s3.client()) {
            client.putObject(request -> request.bucket("uploads").key("a.jpg"), RequestBody.fromBytes(picture));
        }
        return UploadedObject.of("uploads", "a.jpg", picture);
    }

    private List<String> renditions() {
        try (var client = s3.client()) {
            return client.listObjectsV2(request -> request.bucket("renditions")).contents().stream()
                    .map(object -> object.key())
                    .toList();
        }
    }

    private Process start(Map<String, String> variables) throws IOException {
        var command = new ArrayList<>(List.of("docker", "run", "--rm", "--network", "host", "--name", name));
        // "Container image requirements" of the Lambda guide: an unprivileged user, and only /tmp is writable.
        command.addAll(List.of("--user", "993:990", "--read-only", "--tmpfs", "/tmp:exec"));
        var all = new TreeMap<>(variables);
        all.put("AWS_LAMBDA_RUNTIME_API", lambda.address());
        all.put("AWS_LAMBDA_FUNCTION_NAME", "renditions");
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        all.putAll(LocalAccess.variables(s3.endpoint()));
        all.put("RENDITIONS_BUCKET", "renditions");
        all.put("RENDITIONS", "[{\"name\": \"small\", \"width\": 320}]");
        all.forEach((variable, value) -> command.addAll(List.of("--env", variable + "=" + value)));
        command.add(IMAGE);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
    }
}
