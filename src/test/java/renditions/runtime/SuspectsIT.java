package renditions.runtime;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.image.ward.DeadlyImages.Harm.HANGS;
import static renditions.image.ward.DeadlyImages.Harm.KILLS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.image.ward.DeadlyImages.Harm;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.local.cloud.EmbeddedSqs;
import renditions.local.cloud.EventSourceMapping;
import renditions.local.cloud.MappingSettings;
import renditions.local.cloud.Receive;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadQueue;
import renditions.local.cloud.UploadedObject;
import renditions.testing.Soak;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The same ten messages in one batch each time, some of whose pictures kill or hang the process that decodes them:
/// behind Lambda's own runtime client, between a queue and S3. A process that has ended is replaced.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime client is built for Linux only")
class SuspectsIT {
    private static final Path LOG = Path.of("target", "runtime", "suspects.log");
    private static final int MESSAGES = 10;

    /// Far more than ten pictures take.
    private static final Duration AMPLE = Duration.ofSeconds(60);

    /// Half of it is time enough for eight small pictures, also on a busy machine.
    private static final Duration SHORT = Duration.ofSeconds(14);

    /// An invocation, and the start of a process before it.
    private static final Duration WITH_START = AMPLE.plusSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final EmbeddedSqs queues = EmbeddedSqs.start();
    private final SqsClient sqs = queues.client();
    private final List<Receive> receives = new CopyOnWriteArrayList<>();
    private final byte[] photo = new Photos().photo(3);

    @BeforeEach
    void begin() throws IOException {
        s3.createBucket("uploads");
        s3.createBucket("renditions");
        Files.createDirectories(LOG.getParent());
        Files.deleteIfExists(LOG);
    }

    @AfterEach
    void end() {
        client.close();
        sqs.close();
        queues.close();
        s3.close();
    }

    /// Where a queue keeps an order, each upload is a group of its own.
    static Stream<Boolean> fifo() {
        return Stream.of(true, false).limit(Soak.times(1, 2));
    }

    @ParameterizedTest
    @MethodSource("fifo")
    void two_that_kill_the_process_cost_the_others_one_receive(boolean fifo) throws Exception {
        var queue = fifo ? fifoQueue(2) : standardQueue(2);
        assertOthersAreMade(queue, Map.of(key(2), KILLS, key(7), KILLS), "CRASHED", AMPLE, 2);
    }

    static IntStream hanging() {
        return IntStream.rangeClosed(1, Soak.times(1, 2));
    }

    /// At the first receive each keeps a thread of the process for ever. Two are too many: the process ends itself when
    /// it has answered, which may cost the next invocation its answer, and so each message one receive more.
    @ParameterizedTest
    @MethodSource("hanging")
    void those_that_never_end_cost_the_others_one_receive_for_each(int hanging) throws Exception {
        var harms = IntStream.range(0, hanging).boxed().collect(toMap(SuspectsIT::key, _ -> HANGS));
        assertOthersAreMade(standardQueue(hanging + 1), harms, "STUCK", SHORT, hanging + 1);

        var records = LogFile.records(LOG);
        assertThat(records.getFirst().path("writtenOff").intValue()).isEqualTo(hanging);
        assertThat(records.getLast().path("writtenOff").intValue()).isEqualTo(hanging == 1 ? 1 : 0);
    }

    /// @param most the receive by which the others are made
    private void assertOthersAreMade(
            UploadQueue queue, Map<String, Harm> harms, String code, Duration timeout, int most) throws Exception {
        var fifo = queue.arn().endsWith(".fifo");
        for (var key : keys().toList()) {
            var picture = harms.containsKey(key) ? harms.get(key).in(photo) : photo;
            send(queue, fifo, upload(key, picture));
        }
        var settings = new MappingSettings(MESSAGES, Duration.ZERO, 1, WITH_START, Optional.of(Duration.ZERO));
        try (var function = new ReplacedProcesses(DeadlyFunction.class, variables(), LOG, timeout);
                var mapping = EventSourceMapping.start(queue, function, settings, receives::add)) {
            mapping.awaitEmptyQueue(PATIENCE);
        }
        var good = keys().filter(key -> !harms.containsKey(key)).toList();
        var dead = queue.takeDeadLetters();

        assertThat(receives.getFirst().messages()).hasSize(MESSAGES);
        assertThat(deletedBy(most)).containsExactlyInAnyOrderElementsOf(good);
        assertThat(manifests()).containsExactlyElementsOf(good);
        assertThat(announced(dead)).containsExactlyInAnyOrderElementsOf(harms.keySet());
        assertThat(codes()).isNotEmpty().containsOnly(code);
    }

    private Map<String, String> variables() {
        var variables = new HashMap<String, String>(LocalAccess.variables(s3.endpoint()));
        variables.put("PATH", System.getenv("PATH"));
        variables.put("LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""));
        variables.put("RENDITIONS_BUCKET", "renditions");
        variables.put("RENDITIONS", "[{\"name\": \"small\", \"width\": 100, \"formats\": [\"jpeg\"]}]");
        variables.put("STUCK_MS", "100");
        return variables;
    }

    private UploadQueue standardQueue(int receives) {
        return UploadQueue.create(sqs, "uploads", WITH_START, receives);
    }

    private UploadQueue fifoQueue(int receives) {
        var dead = create("dead.fifo", Map.of());
        var redrive = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(arn(dead), receives);
        var url = create(
                "uploads.fifo",
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(WITH_START.toSeconds()),
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive));
        return new UploadQueue(sqs, url, arn(url), dead);
    }

    private String create(String name, Map<QueueAttributeName, String> further) {
        var attributes = new HashMap<>(further);
        attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        return sqs.createQueue(queue -> queue.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private String arn(String url) {
        var name = QueueAttributeName.QUEUE_ARN;
        var attributes = sqs.getQueueAttributes(queue -> queue.queueUrl(url).attributeNames(name))
                .attributes();
        return Objects.requireNonNull(attributes.get(name));
    }

    private void send(UploadQueue queue, boolean fifo, UploadedObject upload) {
        var body = Message.announcing("", List.of(upload), false).body();
        sqs.sendMessage(message -> message.queueUrl(queue.url())
                .messageBody(body)
                .messageGroupId(fifo ? upload.key() : null)
                .messageDeduplicationId(fifo ? upload.key() : null));
    }

    private UploadedObject upload(String key, byte[] bytes) {
        client.putObject(request -> request.bucket("uploads").key(key), RequestBody.fromBytes(bytes));
        return UploadedObject.of("uploads", key, bytes);
    }

    private List<String> deletedBy(int most) {
        return receives.stream()
                .flatMap(receive -> receive.messages().stream()
                        .filter(message -> receive.deleted(message) && message.receiveCount() <= most))
                .map(SuspectsIT::announced)
                .toList();
    }

    private List<String> manifests() {
        return client.listObjectsV2(request -> request.bucket("renditions").prefix("manifests/")).contents().stream()
                .map(object -> object.key().substring("manifests/".length()))
                .toList();
    }

    /// The codes of the failures in each record.
    private static List<String> codes() throws IOException {
        return LogFile.records(LOG).stream()
                .flatMap(record -> record.path("problems").propertyStream().map(Map.Entry::getKey))
                .toList();
    }

    private static Stream<String> keys() {
        return IntStream.range(0, MESSAGES).mapToObj(SuspectsIT::key);
    }

    private static String key(int number) {
        return number + ".jpg";
    }

    private static List<String> announced(List<SqsRecord> messages) {
        return messages.stream().map(SuspectsIT::announced).toList();
    }

    private static String announced(SqsRecord message) {
        int at = message.body().indexOf(".jpg");
        return message.body().substring(at - 1, at + ".jpg".length());
    }
}
