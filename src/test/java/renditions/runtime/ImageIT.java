package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.local.EmbeddedS3;
import renditions.local.Upload;
import renditions.local.UploadedObject;
import renditions.testing.NeedsDocker;
import software.amazon.awssdk.core.sync.RequestBody;

/// The container image: built with its AOT cache, started, and invoked once. It stands on Lambda's with the file of
/// certificates that Amazon Linux has, which the runtime client makes the JVM's trust store where it finds it.
@NeedsDocker(command = "docker")
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there a container shares the machine's loopback interface")
class ImageIT {
    private static final String IMAGE = "renditions-test:latest";
    private static final String BASE = "renditions-test-base:latest";
    private static final Path AMAZON_LINUX = Path.of("target", "image-test-base");
    private static final String CONTEXT = Path.of("target", "image-test").toString();
    private static final Path LOG = Path.of("target", "runtime", "image.log");

    /// More than there are, 34 to 36, nearly all of them such as no cache of this JDK keeps. Each takes a third of a
    /// millisecond.
    private static final int MADE_AT_START = 40;

    private static final Duration AMPLE = Duration.ofSeconds(60);
    private static final String MACHINE = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";

    private final String name = "renditions-test-" + UUID.randomUUID();
    private final RuntimeApi lambda = new RuntimeApi();
    private final EmbeddedS3 s3 = EmbeddedS3.start();

    @BeforeAll
    static void build() throws Exception {
        run("sh", "src/image/context", MACHINE, CONTEXT);
        Files.createDirectories(AMAZON_LINUX);
        Files.writeString(AMAZON_LINUX.resolve("Dockerfile"), """
                FROM public.ecr.aws/lambda/java:25
                USER root
                WORKDIR /etc/pki/java
                RUN [ -e cacerts ] || cp -L /var/lang/lib/security/cacerts .
                WORKDIR /var/task
                """);
        run("docker", "build", "--tag", BASE, AMAZON_LINUX.toString());
        run("docker", "build", "--tag", IMAGE, "--build-arg", "BASE=" + BASE, CONTEXT);
        Files.createDirectories(LOG.getParent());
    }

    @AfterEach
    void end() throws Exception {
        run("docker", "rm", "--force", name);
        lambda.close();
        s3.close();
    }

    @Test
    void its_classes_have_plain_switches() throws Exception {
        try (var jar = FileSystems.newFileSystem(Path.of(CONTEXT, "task", "lib", "renditions.jar"))) {
            var compiled = Files.readAllBytes(jar.getPath("renditions", "batch", "BatchRun.class"));
            assertThat(ClassFile.of().parse(compiled).methods())
                    .extracting(method -> method.methodName().stringValue())
                    .contains("switch$0");
        }
    }

    @Test
    void it_has_amazons_roots_and_not_that_of_the_training() throws Exception {
        var look = "test -s /var/task/roots && test -r /var/task/roots && ! grep -q nobody /var/task/roots";
        run("docker", "run", "--rm", "--user", "993:990", "--entrypoint", "/bin/sh", IMAGE, "-c", look);
    }

    /// In this mode the JVM ends where the cache does not fit. A multiple of 32 GB is the address that was drawn; the
    /// first of them, the JVM's own choice, is not. The training has met all that one upload takes.
    @Test
    void it_starts_with_its_cache_where_that_was_to_lie_and_makes_renditions() throws Exception {
        assertAnswers(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on -Xlog:aot -Xlog:class+load"));
        assertThat(LOG).content().containsPattern("region #0 at base 0x0000(?!0008)[01][0-9a-f]{2}[08]00001000 ");
        Awaitility.await().untilAsserted(() -> assertThat(LOG).content().contains("answered: 1 done"));
        assertThat(LOG).content().contains(" source: shared objects file");
        assertThat(notInTheCache())
                .isNotEmpty()
                .hasSizeLessThan(MADE_AT_START)
                .noneMatch(line -> line.contains(" renditions."));
    }

    /// The cache was made for the JVM's usual pointers.
    @Test
    void where_the_cache_does_not_fit_it_starts_without() throws Exception {
        assertAnswers(Map.of("JAVA_TOOL_OPTIONS", "-XX:-UseCompressedOops"));
        assertThat(LOG).content().contains("Unable to use AOT cache");
    }

    private void assertAnswers(Map<String, String> variables) throws Exception {
        var message = Message.announcing("a", List.of(upload()), false);
        var order = new RuntimeApi.Order("image", Message.event(List.of(message)), AMPLE);
        var container = start(variables);
        var _ = container
                .onExit()
                .thenAccept(ended -> order.ending().complete(new Ending.Exited(0, ended.exitValue())));
        lambda.hand(order);

        assertThat(order.ending().get(AMPLE.toSeconds(), TimeUnit.SECONDS))
                .hasToString("answered {\"batchItemFailures\":[]}");
        assertThat(renditions())
                .containsExactly("manifests/a.jpg", "renditions/a.jpg/small.jpg", "renditions/a.jpg/small.webp");
    }

    /// A line of the log for each class that the process read from its jars, or made.
    private static List<String> notInTheCache() throws IOException {
        return Files.readAllLines(LOG).stream()
                .filter(line -> line.contains(" source: ") && !line.contains("source: shared objects file"))
                .toList();
    }

    private UploadedObject upload() {
        s3.createBucket("uploads");
        s3.createBucket("renditions");
        var picture = new Photos().photo(3);
        try (var client = s3.client()) {
            client.putObject(request -> request.bucket("uploads").key("a.jpg"), RequestBody.fromBytes(picture));
        }
        return UploadedObject.of("uploads", "a.jpg", new Upload("a.jpg", picture));
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
        // "Container image requirements" of the Lambda guide: nobody's user, and only /tmp can be written to.
        command.addAll(List.of("--user", "993:990", "--read-only", "--tmpfs", "/tmp:exec"));
        var all = new TreeMap<>(variables);
        all.put("AWS_LAMBDA_RUNTIME_API", lambda.address());
        all.put("AWS_LAMBDA_FUNCTION_NAME", "renditions");
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        all.putAll(EmbeddedS3.variables(s3.endpoint()));
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
