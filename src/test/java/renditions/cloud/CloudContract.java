package renditions.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import renditions.local.FiveUploads;
import renditions.local.cloud.EventSourceMapping;
import renditions.local.cloud.MappingSettings;
import renditions.local.cloud.SqsRecord;
import renditions.local.cloud.UploadQueue;
import renditions.testing.PlainPictures;

/// The packaged function with a real queue, the same in every cloud: nothing is lost, only what must be redelivered
/// is redelivered, and hopeless messages end in the dead-letter queue.
///
/// Every test has its own buckets and queues. Messages that were not deleted are redelivered at once, so that no
/// test waits.
///
/// It runs beside no other test that uses libvips: each test loads the function again, which starts the process's
/// libvips again. While libvips blocks and unblocks the loaders, a picture in another test would have an unknown
/// format.
abstract class CloudContract {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int MAX_RECEIVES = 5;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SET = "[{\"name\":\"s\",\"width\":16,\"formats\":[\"png\"]}]";

    private static final MappingSettings AT_ONCE =
            new MappingSettings(10, Duration.ZERO, 2, LONG, Optional.of(Duration.ZERO));

    private final int number = NUMBERS.incrementAndGet();
    private final Buckets buckets = new Buckets(cloud(), "uploads-" + number, "renditions-" + number);
    private final Received received = new Received();

    @TempDir
    private Path folder;

    private PackagedFunction function;

    /// A failure says how the items ended.
    @RegisterExtension
    private final TestExecutionExceptionHandler telling = (_, failure) -> {
        var endings = String.join("\n  ", function.endings());
        throw new AssertionError(failure + "\nHow the items ended:\n  " + endings, failure);
    };

    /// The cloud, the same for all tests.
    abstract Cloud cloud();

    @BeforeEach
    void deploy() throws Exception {
        buckets.create();
        function = load("retry");
    }

    private PackagedFunction load(String corrupt) throws Exception {
        var environment = Map.of(
                "RENDITIONS_BUCKET",
                buckets.renditions(),
                "RENDITIONS",
                SET,
                "CORRUPT",
                corrupt,
                "LIBVIPS",
                System.getenv().getOrDefault("LIBVIPS", ""));
        var jars = Files.createDirectory(folder.resolve(corrupt));
        return PackagedFunction.load(jars, environment, cloud().s3Endpoint());
    }

    @AfterEach
    void remove() throws Exception {
        function.close();
    }

    @Test
    void the_function_is_the_one_in_the_zip() {
        assertThat(function.origin()).contains(folder.getFileName() + "/retry/renditions-");
    }

    @Test
    void of_five_uploads_the_corrupt_one_is_a_dead_letter_after_five_receives_and_the_others_are_made_once()
            throws Exception {
        var queue = queue(LONG);
        var files = fiveFiles();
        for (var file : files) {
            buckets.upload(FiveUploads.PREFIX + file.getFileName(), Files.readAllBytes(file));
        }
        run(queue, function, AT_ONCE);

        var corrupt = FiveUploads.PREFIX + FiveUploads.CORRUPT;
        assertThat(received.announcing(corrupt))
                .extracting(SqsRecord::receiveCount)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(Received.deadLetters(queue)).containsExactly(corrupt);
        var good = files.stream()
                .map(file -> FiveUploads.PREFIX + file.getFileName())
                .filter(key -> !key.equals(corrupt))
                .toList();
        assertThat(function.puts()).containsExactlyInAnyOrderElementsOf(Buckets.made(good));
        assertThat(good).allSatisfy(key -> assertThat(received.announcing(key)).hasSize(1));
        assertThat(buckets.keys()).containsExactlyInAnyOrderElementsOf(function.puts());
    }

    @Test
    void in_quarantine_a_corrupt_upload_is_reported_and_acknowledged_at_its_first_receive() throws Exception {
        function.close();
        function = load("quarantine");
        var queue = queue(LONG);
        buckets.upload("in/good.png", PlainPictures.picture(7));
        buckets.upload("in/corrupt.png", PlainPictures.corrupt());
        run(queue, function, AT_ONCE);

        var message = received.announcing("in/corrupt.png");
        assertThat(message).extracting(SqsRecord::receiveCount).containsExactly(1);
        assertThat(received.batches())
                .allSatisfy(it -> assertThat(it.messages()).allMatch(it::deleted));
        assertThat(Received.deadLetters(queue)).isEmpty();
        var report = buckets.report("in/corrupt.png");
        assertThat(report.path("code").stringValue()).isEqualTo("CORRUPT");
        assertThat(report.path("deliveryId").stringValue())
                .isEqualTo(message.getFirst().messageId());
        assertThat(report.at("/upload/bytes").longValue()).isEqualTo(PlainPictures.corrupt().length);
        assertThat(Base64.getDecoder().decode(report.path("firstBytes").stringValue()))
                .isEqualTo(Arrays.copyOf(PlainPictures.corrupt(), 256));
        assertThat(report.path("engine").stringValue()).startsWith("libvips 8.");
        assertThat(buckets.keys()).hasSize(3).containsAll(Buckets.made(List.of("in/good.png")));
    }

    @Test
    void many_uploads_some_corrupt_some_replaced_some_announced_twice_end_in_the_right_state() throws Exception {
        var queue = queue(LONG);
        var uploads = new ManyUploads(buckets);
        try (var mapping = EventSourceMapping.start(queue, function, AT_ONCE, received)) {
            uploads.first();
            uploads.again(queue);
            mapping.awaitEmptyQueue(PATIENCE);
        }

        assertThat(Received.deadLetters(queue)).containsExactlyInAnyOrderElementsOf(uploads.hopeless());
        uploads.sound().forEach((key, picture) -> {
            assertThat(buckets.picture(key)).as(key).isEqualTo(picture);
            assertThat(buckets.manifestTag(key)).as(key).isEqualTo(buckets.tag(key));
        });
        assertThat(buckets.keys())
                .containsExactlyInAnyOrderElementsOf(
                        Buckets.made(uploads.sound().keySet()));
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
                "in/a&b=c;d@e,f'!~()$*:[].png",
                "in/fleur-\u00E9t\u00E9.png",
                "in/\uD83C\uDF3B.png");
        for (int i = 0; i < keys.size(); i++) {
            buckets.upload(keys.get(i), PlainPictures.picture(i * 20));
        }
        run(queue, function, AT_ONCE);

        for (int i = 0; i < keys.size(); i++) {
            assertThat(buckets.picture(keys.get(i))).as(keys.get(i)).isEqualTo(i * 20);
        }
        assertThat(buckets.keys()).containsExactlyInAnyOrderElementsOf(Buckets.made(keys));
        assertThat(received.batches())
                .allSatisfy(it -> assertThat(it.messages()).allMatch(it::deleted));
        assertThat(Received.deadLetters(queue)).isEmpty();
    }

    @Test
    void uploads_that_are_removed_at_once_and_folders_end_without_dead_letters() throws Exception {
        var queue = queue(LONG);
        buckets.upload("in/gone.png", PlainPictures.picture(1));
        buckets.remove("in/gone.png");
        buckets.upload("in/2026_$folder$", new byte[0]);
        run(queue, function, AT_ONCE);

        assertThat(received.announcing("in/gone.png")).hasSize(1);
        assertThat(received.batches())
                .allSatisfy(it -> assertThat(it.messages()).allMatch(it::deleted));
        assertThat(received.batches().stream()
                        .mapToInt(it -> it.messages().size())
                        .sum())
                .as("the test event, an upload, its removal and a folder")
                .isEqualTo(4);
        assertThat(buckets.keys()).as("a tombstone and nothing else").containsExactly("manifests/in/gone.png");
        assertThat(Received.deadLetters(queue)).isEmpty();
    }

    @Test
    void after_a_reply_that_is_nonsense_or_an_exception_the_whole_batch_is_redelivered_and_nothing_is_lost()
            throws Exception {
        var queue = queue(LONG);
        var keys = List.of("a.png", "b.png", "c.png");
        for (var key : keys) {
            buckets.upload(key, PlainPictures.picture(7));
        }
        Awaitility.await().until(() -> queue.depth() == keys.size() + 1); // S3's test event is there, too
        run(
                queue,
                Misbehaving.inThreeWays(function),
                new MappingSettings(keys.size() + 1, LONG, 1, LONG, Optional.of(Duration.ZERO)));

        assertThat(received.batches())
                .extracting(it -> it.reply().flaw())
                .containsExactly(
                        "the reply names a message that is not in the batch",
                        "it threw java.lang.StackOverflowError: deep",
                        "the reply is not JSON",
                        "");
        assertThat(keys)
                .allSatisfy(key -> assertThat(received.announcing(key))
                        .extracting(SqsRecord::receiveCount)
                        .containsExactly(1, 2, 3, 4));
        assertThat(buckets.keys()).containsExactlyInAnyOrderElementsOf(Buckets.made(keys));
        assertThat(function.puts().stream().filter(key -> !key.startsWith("manifests/")))
                .as("what was made is looked at and not made again")
                .doesNotHaveDuplicates();
        assertThat(Received.deadLetters(queue)).isEmpty();
    }

    @Test
    void what_was_lost_is_found_and_made_again_and_dead_letters_go_back_to_the_queue() throws Exception {
        var queue = queue(LONG);
        buckets.upload("in/dead letter.png", PlainPictures.picture(7));
        Sweeping.neglect(queue);
        var keys = List.of("in/fine.png", "in/no manifest.png", "in/no rendition.png");
        for (var key : keys) {
            buckets.upload(key, PlainPictures.picture(7));
        }
        run(queue, function, AT_ONCE);
        buckets.lose("manifests/in/no manifest.png");
        buckets.lose("renditions/in/no rendition.png/s.png");
        buckets.put(buckets.renditions(), "manifests/in/gone.png", new byte[300]);

        assertThat(new Sweeping(buckets, SET).tick(queue, "{\"reprocess\":{\"verify\":true},\"redrive\":true}"))
                .startsWith("{\"reprocess\":{\"ending\":\"finished\",\"listed\":5,")
                .contains("\"missing\":2,", "\"orphaned\":1,", "\"sent\":5}", "\"redrive\":\"started\"");
        Awaitility.await().atMost(PATIENCE).until(() -> queue.depth() == 5 + 2); // S3's test event was neglected, too
        run(queue, function, AT_ONCE);

        assertThat(buckets.keys())
                .containsAll(Buckets.made(keys))
                .containsAll(Buckets.made(List.of("in/dead letter.png")))
                .contains("manifests/in/gone.png", "reprocess/settings.json")
                .hasSize(2 * keys.size() + 2 + 2);
        assertThat(received.announcing("in/dead letter.png"))
                .as("announced by the sweep, and redriven")
                .hasSize(2);
        assertThat(Received.deadLetters(queue)).isEmpty();
    }

    /// Makes a queue for the bucket's notifications. It then holds S3's test event.
    private UploadQueue queue(Duration visibility) {
        var queue = UploadQueue.create(cloud().sqs(), "uploads-" + number, visibility, MAX_RECEIVES);
        cloud().notify(buckets.uploads(), queue);
        return queue;
    }

    private void run(UploadQueue queue, RequestStreamHandler handler, MappingSettings settings)
            throws InterruptedException {
        try (var mapping = EventSourceMapping.start(queue, handler, settings, received)) {
            mapping.awaitEmptyQueue(PATIENCE);
        }
    }

    private static List<Path> fiveFiles() throws Exception {
        try (var files = Files.list(Path.of("events/uploads"))) {
            return files.sorted().toList();
        }
    }
}
