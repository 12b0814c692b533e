package renditions.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import renditions.event.Invocation;
import renditions.event.InvocationReader;
import renditions.event.SqsBatch;
import renditions.event.Upload;
import renditions.local.FiveUploads;
import renditions.local.cloud.EventSourceMapping;
import renditions.local.cloud.MappingSettings;
import renditions.local.cloud.Receive;
import renditions.local.cloud.S3Notification;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadQueue;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.json.JsonMapper;

/// What the packaged function and a real queue do together, the same in every cloud: nothing is lost, only what must
/// comes again, and what is hopeless ends in the dead-letter queue.
///
/// Every test has its own buckets and queues. Messages that were not deleted come again at once, so that nobody waits;
/// where the visibility time-out itself matters, the test has one of seconds.
abstract class CloudContract {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int MAX_RECEIVES = 5;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SET = "[{\"name\":\"s\",\"width\":16,\"formats\":[\"png\"]}]";

    private static final MappingSettings AT_ONCE =
            new MappingSettings(10, Duration.ZERO, 2, LONG, Optional.of(Duration.ZERO));

    private final int number = NUMBERS.incrementAndGet();
    private final String uploads = "uploads-" + number;
    private final String renditions = "renditions-" + number;
    private final List<Receive> receives = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private PackagedFunction function;

    /// The cloud, the same for all tests.
    abstract Cloud cloud();

    @BeforeEach
    void deploy() throws Exception {
        cloud().s3().createBucket(it -> it.bucket(uploads));
        cloud().s3().createBucket(it -> it.bucket(renditions));
        var environment = Map.of(
                "RENDITIONS_BUCKET", renditions,
                "RENDITIONS", SET,
                "LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""));
        function = PackagedFunction.load(folder, environment, cloud().s3Endpoint());
    }

    @AfterEach
    void remove() throws Exception {
        function.close();
    }

    @Test
    void the_function_is_the_one_in_the_zip() {
        assertThat(function.origin()).contains(folder.getFileName() + "/renditions-");
    }

    @Test
    void of_five_uploads_the_corrupt_one_is_a_dead_letter_after_five_receives_and_the_others_are_made_once()
            throws Exception {
        var queue = queue(LONG);
        var files = fiveFiles();
        for (var file : files) {
            upload(FiveUploads.PREFIX + file.getFileName(), Files.readAllBytes(file));
        }
        run(queue, function, AT_ONCE);

        var corrupt = FiveUploads.PREFIX + FiveUploads.CORRUPT;
        assertThat(receivesOf(corrupt)).extracting(SqsRecord::receiveCount).containsExactly(1, 2, 3, 4, 5);
        assertThat(deadLetters(queue)).containsExactly(corrupt);
        var good = files.stream()
                .map(file -> FiveUploads.PREFIX + file.getFileName())
                .filter(key -> !key.equals(corrupt))
                .toList();
        assertThat(function.puts())
                .containsExactlyInAnyOrderElementsOf(
                        good.stream().flatMap(CloudContract::objects).toList());
        assertThat(good).allSatisfy(key -> assertThat(receivesOf(key)).hasSize(1));
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(function.puts());
    }

    @Test
    void five_hundred_uploads_some_corrupt_some_replaced_some_announced_twice_end_in_the_right_state()
            throws Exception {
        var queue = queue(LONG);
        var shelf = new Shelf();
        try (var mapping = EventSourceMapping.start(queue, function, AT_ONCE, receives::add)) {
            shelf.first();
            shelf.again(queue);
            mapping.awaitEmptyQueue(PATIENCE);
        }

        assertThat(deadLetters(queue)).containsExactlyInAnyOrderElementsOf(shelf.hopeless());
        shelf.sound().forEach((key, picture) -> {
            assertThat(Album.number(object("renditions/" + key + "/s.png")))
                    .as(key)
                    .isEqualTo(picture);
            assertThat(manifestTag(key)).as(key).isEqualTo(tag(key));
        });
        assertThat(keys())
                .containsExactlyInAnyOrderElementsOf(shelf.sound().keySet().stream()
                        .flatMap(CloudContract::objects)
                        .toList());
    }

    @Test
    void odd_keys_come_through_notification_and_queue_as_they_are() throws Exception {
        var queue = queue(LONG);
        var keys = List.of(
                "in/red flower.png",
                "in/red+flower.png",
                "in/100%.png",
                "in/%2B.png",
                "in/%%%",
                "in/a&b=c;d@e,f'!~().png",
                "in/fleur-\u00E9t\u00E9.png",
                "in/\uD83C\uDF3B.png");
        for (int i = 0; i < keys.size(); i++) {
            upload(keys.get(i), Album.picture(i * 20));
        }
        run(queue, function, AT_ONCE);

        for (int i = 0; i < keys.size(); i++) {
            assertThat(Album.number(object("renditions/" + keys.get(i) + "/s.png")))
                    .as(keys.get(i))
                    .isEqualTo(i * 20);
        }
        assertThat(keys())
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().flatMap(CloudContract::objects).toList());
        assertThat(receives).allSatisfy(it -> assertThat(it.messages()).allMatch(it::deleted));
        assertThat(deadLetters(queue)).isEmpty();
    }

    @Test
    void after_a_reply_that_is_nonsense_or_an_exception_the_whole_batch_comes_again_and_nothing_is_lost()
            throws Exception {
        var queue = queue(LONG);
        var keys = List.of("a.png", "b.png", "c.png");
        for (var key : keys) {
            upload(key, Album.picture(7));
        }
        run(queue, moody(), new MappingSettings(10, Duration.ofSeconds(1), 1, LONG, Optional.of(Duration.ZERO)));

        assertThat(receives)
                .extracting(it -> it.answer().flaw())
                .containsExactly(
                        "the reply names a message that is not in the batch",
                        "it threw java.lang.StackOverflowError: deep",
                        "the reply is not JSON",
                        "");
        assertThat(keys)
                .allSatisfy(key -> assertThat(receivesOf(key))
                        .extracting(SqsRecord::receiveCount)
                        .containsExactly(1, 2, 3, 4));
        assertThat(keys())
                .containsExactlyInAnyOrderElementsOf(
                        keys.stream().flatMap(CloudContract::objects).toList());
        assertThat(function.puts()).as("what was made is not made again").doesNotHaveDuplicates();
        assertThat(deadLetters(queue)).isEmpty();
    }

    @Test
    void what_a_function_that_hangs_was_given_comes_again_when_the_visibility_time_out_is_over() throws Exception {
        var seconds = Duration.ofSeconds(3);
        var queue = queue(seconds);
        upload("a.png", Album.picture(1));
        upload("b.png", Album.picture(2));
        run(queue, hangingAtFirst(), new MappingSettings(10, Duration.ofSeconds(1), 1, seconds, Optional.empty()));

        assertThat(receives.getFirst().answer().flaw()).isEqualTo("no answer within 3,000 ms");
        assertThat(receives.getFirst().answer().acknowledged()).isEmpty();
        assertThat(receivesOf("a.png")).hasSizeGreaterThan(1);
        assertThat(Album.number(object("renditions/a.png/s.png"))).isEqualTo(1);
        assertThat(Album.number(object("renditions/b.png/s.png"))).isEqualTo(2);
        assertThat(deadLetters(queue)).isEmpty();
    }

    /// Really does its work and then says something that AWS does not take; throws; says what is not JSON; recovers.
    private RequestStreamHandler moody() {
        var calls = new AtomicInteger();
        return (event, reply, context) -> {
            switch (calls.incrementAndGet()) {
                case 1 -> {
                    function.handleRequest(event, OutputStream.nullOutputStream(), context);
                    reply.write("{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}".getBytes(UTF_8));
                }
                case 2 -> throw new StackOverflowError("deep");
                case 3 -> reply.write("{\"batchItemFailures\":[".getBytes(UTF_8));
                default -> function.handleRequest(event, reply, context);
            }
        };
    }

    private RequestStreamHandler hangingAtFirst() {
        var calls = new AtomicInteger();
        return (event, reply, context) -> {
            if (calls.incrementAndGet() > 1) {
                function.handleRequest(event, reply, context);
                return;
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException late) {
                reply.write("{}".getBytes(UTF_8));
            }
        };
    }

    /// The bucket's notifications go to a queue of its own, which holds S3's test event then.
    private UploadQueue queue(Duration visibility) {
        var queue = UploadQueue.create(cloud().sqs(), "uploads-" + number, visibility, MAX_RECEIVES);
        cloud().notify(uploads, queue);
        return queue;
    }

    private void run(UploadQueue queue, RequestStreamHandler handler, MappingSettings settings)
            throws InterruptedException {
        try (var mapping = EventSourceMapping.start(queue, handler, settings, receives::add)) {
            mapping.awaitEmptyQueue(PATIENCE);
        }
    }

    private void upload(String key, byte[] bytes) {
        cloud().s3().putObject(it -> it.bucket(uploads).key(key), RequestBody.fromBytes(bytes));
    }

    private String tag(String key) {
        return cloud().s3().headObject(it -> it.bucket(uploads).key(key)).eTag().replace("\"", "");
    }

    private byte[] object(String key) {
        return cloud().s3()
                .getObjectAsBytes(it -> it.bucket(renditions).key(key))
                .asByteArray();
    }

    private String manifestTag(String key) {
        return JsonMapper.shared()
                .readTree(object("manifests/" + key))
                .at("/source/etag")
                .stringValue()
                .replace("\"", "");
    }

    private List<String> keys() {
        return cloud().s3().listObjectsV2Paginator(it -> it.bucket(renditions)).contents().stream()
                .map(it -> it.key())
                .toList();
    }

    /// What there is of an upload that was made.
    private static Stream<String> objects(String key) {
        return Stream.of("renditions/" + key + "/s.png", "manifests/" + key);
    }

    private List<SqsRecord> receivesOf(String key) {
        return receives.stream()
                .flatMap(receive -> receive.messages().stream())
                .filter(message -> keysOf(message).contains(key))
                .toList();
    }

    private static List<String> deadLetters(UploadQueue queue) {
        return queue.takeDeadLetters().stream()
                .flatMap(letter -> keysOf(letter).stream())
                .toList();
    }

    /// The keys that a message announces.
    private static List<String> keysOf(SqsRecord message) {
        Invocation read =
                new InvocationReader().read(SqsRecord.event(List.of(message)).getBytes(UTF_8));
        return ((SqsBatch) read)
                .entries().stream()
                        .filter(Upload.class::isInstance)
                        .map(entry -> ((Upload) entry).object().key())
                        .toList();
    }

    private static List<Path> fiveFiles() throws Exception {
        try (var files = Files.list(Path.of("events/uploads"))) {
            return files.sorted().toList();
        }
    }

    /// Five hundred uploads: 440 keys of which 25 hold a corrupt picture, and 60 that are uploaded again with another;
    /// besides, 50 notifications that come twice.
    private final class Shelf {
        private static final int KEYS = 440;
        private static final int AGAIN = 60;
        private static final int TWICE = 50;

        /// By their numbers: every seventeenth, 25 of 440 but the first.
        private static boolean isCorrupt(int i) {
            return i % 17 == 16 && i < 425;
        }

        private static String key(int i) {
            return "in/%03d.png".formatted(i);
        }

        void first() throws Exception {
            inParallel(KEYS, i -> upload(key(i), isCorrupt(i) ? Album.corrupt() : Album.picture(color(i, 0))));
        }

        /// The last keys are announced and replaced while the first are being worked on.
        void again(UploadQueue queue) throws Exception {
            inParallel(AGAIN, i -> upload(key(replaced(i)), Album.picture(color(replaced(i), 1))));
            inParallel(TWICE, i -> queue.send(notification(key(i)).body()));
        }

        /// One for each message: a corrupt upload that was announced twice is two dead letters.
        List<String> hopeless() {
            return Stream.of(KEYS, TWICE)
                    .flatMap(end ->
                            IntStream.range(0, end).filter(Shelf::isCorrupt).mapToObj(Shelf::key))
                    .toList();
        }

        Map<String, Integer> sound() {
            var replaced =
                    IntStream.range(0, AGAIN).map(Shelf::replaced).boxed().collect(Collectors.toSet());
            return IntStream.range(0, KEYS)
                    .filter(i -> !isCorrupt(i))
                    .boxed()
                    .collect(Collectors.toMap(Shelf::key, i -> color(i, replaced.contains(i) ? 1 : 0)));
        }

        /// Sound keys, spread over all.
        private static int replaced(int i) {
            return 7 * i % 17 == 16 ? 7 * i + 1 : 7 * i;
        }

        private static int color(int i, int time) {
            return i * 1000 + time;
        }

        private S3Notification notification(String key) {
            return new S3Notification(
                    uploads, key, 1, tag(key), "0069%014X".formatted(1), Instant.now(), "0123456789ABCDEF", "again");
        }

        private static void inParallel(int times, IntConsumer act) throws Exception {
            try (var threads = Executors.newFixedThreadPool(8)) {
                var all = IntStream.range(0, times)
                        .mapToObj(i -> threads.submit(() -> act.accept(i)))
                        .toList();
                for (var each : all) {
                    each.get();
                }
            }
        }
    }
}
