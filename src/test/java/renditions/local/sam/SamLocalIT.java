package renditions.local.sam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.model.Container;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import renditions.local.report.Terminal;
import renditions.testing.NeedsDocker;

/// `make sam-local`: the zip and the layer for Lambda, in SAM CLI's image.
@NeedsDocker(command = "sam")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(NeedsDocker.LOCALSTACK) // it counts the containers
final class SamLocalIT {
    private static final String SMALL = "[{\"name\":\"s\",\"width\":64}]";

    /// With a LocalStack that never answers; the others answer already.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// A user-defined network, as Docker Compose makes one.
    private static final Network NETWORK = Network.newNetwork();

    private static final LocalStackContainer S3 = new LocalStackContainer(DockerImageName.parse(LocalStack.IMAGE))
            .withServices("s3")
            .withEnv("EAGER_SERVICE_LOADING", "1")
            .withNetwork(NETWORK);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        S3.start();
    }

    @AfterAll
    static void stop() {
        S3.stop();
        NETWORK.close();
    }

    @Test
    void five_uploads_the_third_corrupt_names_the_third_and_leaves_renditions_of_the_others() throws Exception {
        environment.put("RENDITIONS", SMALL);

        assertThat(run("--localstack", S3.getContainerId())).as(this::told).isZero();

        var lines = out.toString(UTF_8).lines().toList();
        assertThat(lines.getFirst()).startsWith("reply: {\"batchItemFailures\"").containsOnlyOnce("itemIdentifier");
        assertThat(lines)
                .endsWith(
                        "not acknowledged: delivery 3 of 5",
                        "why: the log above; what to do about a code in it: docs/runbook.md, section 'Dead letters'");
        assertThat(lines)
                .contains(
                        "inbox/1-mountain-lake.jpg: 2 renditions",
                        "inbox/2-lighthouse at noon.jpg: 2 renditions",
                        "inbox/3-city-at-night.jpg: no renditions",
                        "inbox/4-maple-leaf+shadow.png: 2 renditions",
                        "inbox/5-balloons-at-dawn.webp: 2 renditions");
    }

    @Test
    void odd_keys_are_rendered_in_a_localstack_of_its_own_which_is_gone_afterwards() throws Exception {
        environment.put("RENDITIONS", SMALL);
        var before = containers();

        assertThat(run("--event", "events/odd-keys.json")).as(this::told).isZero();

        assertThat(out.toString(UTF_8).lines())
                .contains(
                        "red flower.jpg: 2 renditions",
                        "a+b.jpg: 2 renditions",
                        "100%.jpg: 2 renditions",
                        "%2B.jpg: 2 renditions",
                        "%%%.png: 2 renditions",
                        "🌸.jpg: 2 renditions",
                        "../../escape.jpg: 2 renditions",
                        "<U+0000><U+000A>.jpg: 2 renditions",
                        "not acknowledged: no delivery");
        assertThat(err.toString(UTF_8)).contains("starting " + LocalStack.IMAGE, "uploading ", "invoking the function");
        assertThat(containers()).isEqualTo(before);
    }

    @Test
    void a_function_that_does_not_start_is_told_and_nothing_is_acknowledged() throws Exception {
        environment.put("MAX_UPLOAD_MB", "0");

        assertThat(run("--localstack", S3.getContainerId())).isEqualTo(1);

        assertThat(told()).contains("the setting MAX_UPLOAD_MB is '0', allowed: a whole number from 1 to 1000");
        assertThat(told().lines().toList().getLast())
                .startsWith("No answer: ")
                .endsWith("Nothing is acknowledged. What to do: docs/runbook.md, section 'Failed invocations'.");
        assertThat(out.size()).isZero();
    }

    @Test
    void an_event_that_cannot_be_used_is_refused_with_one_sentence() throws Exception {
        refused("The event nowhere.json does not exist.", "--event", "nowhere.json");
        var other = Files.writeString(folder.resolve("other.json"), "{\"a\":1}").toString();
        refused("No source of this function sends such an event, ", "--event", other);
        refused(
                "'--evnt x' is not understood: give --event <file>, --localstack <container> or nothing.",
                "--evnt",
                "x");
        refused("'--event' is not understood", "--event");
    }

    @Test
    void a_localstack_that_cannot_be_used_is_refused_with_one_sentence() throws Exception {
        refused("There is no container nobody: 'docker ps' lists those that run.", "--localstack", "nobody");
        try (var silent = silent()) {
            silent.start();
            refused(" publishes no port 4566: start it with -p 4566:4566.", "--localstack", silent.getContainerId());
        }
        try (var silent = silent().withExposedPorts(4566)) {
            silent.start();
            refused("LocalStack does not answer: ", "--localstack", silent.getContainerId());
            assertThat(told()).contains("waiting until LocalStack answers, at most 1 s");
            stopped(silent);
            refused(" does not run: 'docker start ", "--localstack", silent.getContainerId());
        }
    }

    @Test
    void an_image_that_is_nowhere_is_refused_with_one_sentence() throws Exception {
        var docker = Docker.running();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> docker.need("localhost:1/nobody/nothing:1", screen(err)))
                .withMessageStartingWith(
                        "The image localhost:1/nobody/nothing:1 is not on this machine and cannot be pulled (")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
    }

    @Test
    void what_is_not_packaged_is_refused_with_one_sentence() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SamFunction.of("riscv", Path.of("template.yaml")))
                .withMessage("The file target/layer-riscv.zip is missing: 'make package' builds it.");
    }

    private void refused(String sentence, String... arguments) throws Exception {
        err.reset();
        assertThat(run(arguments)).as(this::told).isEqualTo(2);
        assertThat(told().lines().toList().getLast()).contains(sentence);
        assertThat(told()).doesNotContain("\tat ");
        assertThat(out.size()).isZero();
    }

    private int run(String... arguments) throws Exception {
        return new SamLocal(screen(out), screen(err), new Terminal(false, false, true), environment, PATIENCE)
                .run(List.of(arguments));
    }

    private String told() {
        return err.toString(UTF_8);
    }

    private static PrintStream screen(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    /// A container in which no program listens.
    private static GenericContainer<?> silent() {
        return new GenericContainer<>(DockerImageName.parse(LocalStack.IMAGE))
                .withCreateContainerCmdModifier(command -> command.withEntrypoint("sleep", "600"))
                .waitingFor(new WaitAllStrategy());
    }

    private static void stopped(GenericContainer<?> container) {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /// Those of this process: others on the machine come and go.
    private static Set<String> containers() {
        var session = Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(session)
                .exec()
                .stream()
                .map(Container::getId)
                .collect(Collectors.toSet());
    }
}
