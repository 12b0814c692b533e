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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.local.cloud.EmbeddedSqs;
import renditions.local.cloud.EventSourceMapping;
import renditions.local.cloud.MappingSettings;
import renditions.local.cloud.Receive;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadQueue;
import renditions.local.cloud.UploadedObject;
import renditions.testing.ManyBands;
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

    /// After so many receives a message becomes a dead letter.
    private static final int RECEIVES = 2;

    private static final byte[] PHOTO = new Photos().photo(3);

    /// Far more than ten pictures take.
    private static final Duration AMPLE = Duration.ofSeconds(60);

    /// Half of it is time enough for the other pictures, also on a busy machine.
    private static final Duration SHORT = Duration.ofSeconds(Soak.times(14, 60));

    /// An invocation, and the start of a process before it.
    private static final Duration WITH_START = AMPLE.plusSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final EmbeddedSqs queues = EmbeddedSqs.start();
    private final SqsClient sqs = queues.client();
    private final List<Receive> receives = new CopyOnWriteArrayList<>();

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

    enum Order {
        /// A queue that keeps none.
        NONE,
        /// A queue that keeps the order of groups, of which each upload is one.
        GROUPS,
        /// All uploads are one group, which goes on behind one that is quarantined.
        ONE_GROUP
    }

    /// @param bad the pictures that kill the process that decodes them, by their keys
    /// @param codes as what they end
    record Play(Order order, Map<String, byte[]> bad, Set<String> codes) {
        @Override
        public String toString() {
            return order + " " + codes;
        }
    }

    static Stream<Play> plays() {
        var killer = KILLS.in(PHOTO);
        var bomb = ManyBands.tiff(9984, 512, 500);
        var both = Map.of(key(2), killer, key(7), bomb);
        var codes = Set.of("CRASHED", "TOO_MUCH_MEMORY");
        return Stream.of(
                        new Play(Order.GROUPS, both, codes),
                        new Play(Order.ONE_GROUP, both, codes),
                        new Play(Order.NONE, Map.of(key(2), killer, key(7), killer), Set.of("CRASHED")),
                        new Play(Order.NONE, Map.of(key(2), bomb), Set.of("TOO_MUCH_MEMORY")))
                .limit(Soak.times(1, 4));
    }

    @ParameterizedTest
    @MethodSource("plays")
    void those_that_kill_the_process_cost_the_others_one_receive(Play play) throws Exception {
        assertOthersAreMade(MESSAGES, play.order(), play.bad(), play.codes(), AMPLE);

        assertThat(Files.readString(LOG))
                .as("whether a bomb alone kills the function's own process")
                .matches(log -> play.bad().size() > 1 || log.contains("SCARCE_MEMORY"));
    }

    static Stream<Integer> hanging() {
        return Stream.of(1, 2).limit(Soak.times(1, 2));
    }

    /// At the first receive each keeps a thread of the process for ever. Two are too many: the process ends itself with
    /// its answer, and the next invocation gets another one.
    @ParameterizedTest
    @MethodSource("hanging")
    void those_that_never_end_cost_the_others_one_receive(int hanging) throws Exception {
        var bad = IntStream.range(0, hanging).boxed().collect(toMap(SuspectsIT::key, _ -> HANGS.in(PHOTO)));
        assertOthersAreMade(Soak.times(MESSAGES / 2, MESSAGES), Order.NONE, bad, Set.of("STUCK"), SHORT);

        var records = LogFile.records(LOG);
        assertThat(records).as("each invocation was answered").hasSize(receives.size());
        assertThat(records.getFirst().path("writtenOff").intValue()).isEqualTo(hanging);
        assertThat(records.getLast().path("writtenOff").intValue()).isEqualTo(hanging == 1 ? 1 : 0);
    }

    /// By their second receive, which is the last for all.
    private void assertOthersAreMade(
            int messages, Order order, Map<String, byte[]> bad, Set<String> codes, Duration timeout) throws Exception {
        var queue = order == Order.NONE ? standardQueue() : fifoQueue();
        var keys = IntStream.range(0, messages).mapToObj(SuspectsIT::key).toList();
        for (var key : keys) {
            send(queue, order, upload(key, bad.getOrDefault(key, PHOTO)));
        }
        var settings = new MappingSettings(messages, Duration.ZERO, 1, WITH_START, Optional.of(Duration.ZERO));
        try (var function = new ReplacedProcesses(DeadlyFunction.class, variables(order), LOG, timeout);
                var mapping = EventSourceMapping.start(queue, function, settings, receives::add)) {
            mapping.awaitEmptyQueue(PATIENCE);
        }
        var good = keys.stream().filter(key -> !bad.containsKey(key)).toList();
        var dead = order == Order.ONE_GROUP ? Set.<String>of() : bad.keySet();

        assertThat(receives.getFirst().messages()).hasSize(messages);
        assertThat(deleted())
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().filter(key -> !dead.contains(key)).toList());
        assertThat(written("manifests/"))
                .as("of one that is quarantined, which was received before, that there are none")
                .containsExactlyElementsOf(order == Order.ONE_GROUP ? keys : good);
        assertThat(written("renditions/")).hasSameSizeAs(good);
        assertThat(written("quarantine/")).hasSize(bad.size() - dead.size());
        assertThat(announced(queue.takeDeadLetters())).containsExactlyInAnyOrderElementsOf(dead);
        assertThat(codes()).hasSameElementsAs(codes);
    }

    private Map<String, String> variables(Order order) {
        var variables = new HashMap<String, String>(LocalAccess.variables(s3.endpoint()));
        variables.put("PATH", System.getenv("PATH"));
        variables.put("LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""));
        variables.put("RENDITIONS_BUCKET", "renditions");
        variables.put("RENDITIONS", "[{\"name\": \"small\", \"width\": 100, \"formats\": [\"jpeg\"]}]");
        variables.put("STUCK_MS", "100");
        variables.put("RESERVE_MS", "2000"); // so that a busy machine does not make an answer late
        variables.put("CORRUPT", order == Order.ONE_GROUP ? "quarantine" : "retry");
        return variables;
    }

    private UploadQueue standardQueue() {
        return UploadQueue.create(sqs, "uploads", WITH_START, RECEIVES);
    }

    private UploadQueue fifoQueue() {
        var dead = create("dead.fifo", Map.of());
        var redrive = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}".formatted(arn(dead), RECEIVES);
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

    private void send(UploadQueue queue, Order order, UploadedObject upload) {
        var body = Message.announcing("", List.of(upload), false).body();
        var group = switch (order) {
            case NONE -> null;
            case GROUPS -> upload.key();
            case ONE_GROUP -> "all";
        };
        sqs.sendMessage(message -> message.queueUrl(queue.url())
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(group == null ? null : upload.key()));
    }

    private UploadedObject upload(String key, byte[] bytes) {
        client.putObject(request -> request.bucket("uploads").key(key), RequestBody.fromBytes(bytes));
        return UploadedObject.of("uploads", key, bytes);
    }

    private List<String> deleted() {
        return receives.stream()
                .flatMap(receive -> receive.messages().stream().filter(receive::deleted))
                .map(SuspectsIT::announced)
                .toList();
    }

    private List<String> written(String prefix) {
        return client.listObjectsV2(request -> request.bucket("renditions").prefix(prefix)).contents().stream()
                .map(object -> object.key().substring(prefix.length()))
                .toList();
    }

    /// The codes of the failures in each record.
    private static List<String> codes() throws IOException {
        return LogFile.records(LOG).stream()
                .flatMap(record -> record.path("problems").propertyStream().map(Map.Entry::getKey))
                .toList();
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
