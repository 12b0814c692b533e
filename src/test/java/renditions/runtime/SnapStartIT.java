package renditions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.lambda.RenditionsFunction;
import renditions.local.EmbeddedS3;
import renditions.testing.Call;
import renditions.testing.Manner;
import renditions.testing.Soak;
import renditions.testing.UnkindS3;

/// The function under SnapStart, with Lambda's own runtime client and its hooks: the content of the snapshot, and
/// the first invocation after it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class SnapStartIT {
    private static final Duration AMPLE = Duration.ofSeconds(30);

    /// A wait in seconds, longer than libvips keeps idle threads.
    private static final int LONG = 20;

    /// The threads that may wait in a snapshot: the JVM's, the SDK's two for idle connections and timed-out
    /// answers, the one that writes the log, and libvips' idle ones. No lane, no watchdog, no item.
    private static final String MAY_WAIT = "java|VM .*|C1 Compiler.*|Signal.*|Service.*|Monitor.*|Notification.*"
            + "|Reference.*|Finalizer|Common-Cleaner|ForkJoinPool.*|VirtualThread-.*|MasterPoller"
            + "|idle-connection.*|response-input-.*|log|libvips worker";

    private final Trial trial = new Trial(RenditionsFunction.class, snapStart(Map.of()));

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void the_first_invocations_after_the_snapshot_make_their_renditions_those_of_suspects_too() throws Exception {
        trial.process().freeze();
        Thread.sleep(Duration.ofSeconds(Soak.times(1, LONG)));
        trial.process().thaw();

        var photo = new Photos().photo(6);
        for (int receiveCount = 1; receiveCount <= 2; receiveCount++) {
            var id = Integer.toString(receiveCount);
            var upload = trial.upload(id + "/a.jpg", photo);
            var verdict = trial.invoke(List.of(Message.announcing(id, List.of(upload), false)), receiveCount, AMPLE);

            assertThat(verdict.violations()).isEmpty();
            assertThat(verdict.acknowledged()).containsExactly(id);
        }
        assertThat(messages(trial))
                .as("no line says that there is no process for suspects")
                .containsExactly(
                        "PRIMED", "made 4 renditions", "answered: 1 done", "made 4 renditions", "answered: 1 done");
    }

    @Test
    void before_the_snapshot_s3_is_asked_for_what_is_not_there() throws Exception {
        assertThat(trial.process().isAlive()).isTrue();
        assertThat(trial.gate().calls()).extracting(Call::path).containsExactly("/renditions/manifests/priming");
    }

    @Test
    void the_snapshot_holds_no_thread_that_works() throws Exception {
        assertThat(threads(trial.process().pid())).allMatch(name -> name.matches(MAY_WAIT));
    }

    /// This S3 keeps a connection open as long as its client does.
    @Test
    void the_snapshot_holds_no_connection_but_the_one_to_lambda() throws Exception {
        try (var s3 = EmbeddedS3.start()) {
            assertPrimed(s3.endpoint().getPort());
        }
    }

    @Test
    void an_s3_that_refuses_connections_does_not_keep_the_function_from_starting() throws Exception {
        assertPrimed(closedPort());
    }

    @Test
    void an_s3_that_never_answers_does_not_keep_the_function_from_starting() throws Exception {
        try (var silent = new UnkindS3(new Manner.Silent())) {
            assertPrimed(silent.endpoint().getPort());
        }
    }

    private static void assertPrimed(int port) throws Exception {
        try (var cutOff = new Trial(
                RenditionsFunction.class, snapStart(Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + port)))) {
            assertThat(OpenSockets.of(cutOff.process().pid())).hasSize(1);
            Awaitility.await().untilAsserted(() -> assertThat(messages(cutOff)).containsExactly("PRIMED"));
        }
    }

    private static int closedPort() throws IOException {
        try (var briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return briefly.getLocalPort();
        }
    }

    private static Map<String, String> snapStart(Map<String, String> further) {
        var all = new HashMap<>(further);
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return all;
    }

    /// The message of each line.
    private static List<String> messages(Trial trial) throws IOException {
        return LogFile.lines(trial.output()).stream()
                .map(line -> line.path("message").asString())
                .toList();
    }

    private static List<String> threads(long pid) throws IOException {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return tasks.map(SnapStartIT::name).toList();
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip();
        } catch (IOException ended) {
            return "java";
        }
    }
}
