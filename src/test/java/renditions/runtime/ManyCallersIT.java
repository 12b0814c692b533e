package renditions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import renditions.batch.BatchListener;
import renditions.batch.Returned;
import renditions.image.vips.VipsImages;
import renditions.lambda.Engines;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.local.EmbeddedS3;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.UploadedObject;
import renditions.testing.Soak;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Many callers of one handler object, as with Lambda's managed instances. Each sends batches of ten with random short
/// deadlines, and what is not acknowledged again: nothing is lost, nothing is late, and all is given back.
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux says how long threads wait for a processor")
class ManyCallersIT {
    private static final int CALLERS = Soak.times(3, 32);
    private static final Duration LENGTH = Duration.ofMinutes(Soak.times(0, 5));
    private static final int MESSAGES = 10;

    /// The time of an invocation, in milliseconds.
    private static final int SHORTEST = 250;
    private static final int LONGEST = 2_500;

    /// How often a message is received with a short deadline; after that there is time enough.
    private static final int SHORT_RECEIVES = Soak.times(1, 4);
    private static final Duration AMPLE = Duration.ofMinutes(5);

    /// The threads on the way to an answer: the watchdog tells an item to stop, the item ends, the caller answers. Each
    /// may have waited for a processor.
    private static final int CHAIN = 3;

    private static final int IN_FLIGHT = 4 * Runtime.getRuntime().availableProcessors();

    private static final Settings SETTINGS = Settings.of(Map.of(
            "RENDITIONS_BUCKET",
            "renditions",
            "RENDITIONS",
            "[{\"name\": \"small\", \"width\": 100, \"formats\": [\"jpeg\", \"webp\"]}]",
            "LIBVIPS",
            System.getenv().getOrDefault("LIBVIPS", "")));

    private final Photos photos = new Photos();
    private final List<byte[]> pictures = List.of(
            photos.photo(1),
            photos.photo(2),
            photos.photo(Soak.times(3, 4)),
            photos.photo(Soak.times(3, 6)),
            "rubbish".getBytes(UTF_8));
    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger invocations = new AtomicInteger();

    @Test
    void nothing_is_lost_nothing_is_late_and_all_is_given_back() throws Exception {
        s3.createBucket("uploads");
        s3.createBucket("renditions");
        var vips = VipsImages.load(SETTINGS.libvips(), null);
        var held = vips.tracked();
        try (var queue = new RunQueue(ProcessHandle.current().pid());
                var wiring = Wiring.of(SETTINGS, client, Engines.load(SETTINGS), new BatchListener<>() {})) {
            assertThat(problems(new RenditionsFunction(wiring), queue)).isEmpty();

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(Returned.open(wiring.lanes(), IN_FLIGHT)).isEmpty();
                assertThat(wiring.memory().uploads().held()).isZero();
                assertThat(wiring.memory().pixels().held()).isZero();
                assertThat(wiring.memory().encoded().held()).isZero();
                assertThat(vips.tracked()).isEqualTo(held);
            });
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(threads("pixels", "watchdog", "header", "ward-errors"))
                        .isEmpty());
        client.close();
        s3.close();
        System.out.println(acknowledged + " messages acknowledged in " + invocations + " invocations");
    }

    /// What goes wrong while all callers are busy.
    private List<Throwable> problems(RenditionsFunction function, RunQueue queue) throws InterruptedException {
        var problems = ConcurrentHashMap.<Throwable>newKeySet();
        long end = System.nanoTime() + LENGTH.toNanos();
        var callers = IntStream.range(0, CALLERS)
                .mapToObj(number -> Thread.ofPlatform()
                        .name("java-caller-" + number)
                        .uncaughtExceptionHandler((_, problem) -> problems.add(problem))
                        .start(new Caller(function, queue, number, end)))
                .toList();
        for (var caller : callers) {
            caller.join();
        }
        return List.copyOf(problems);
    }

    private static List<String> threads(String... names) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(List.of(names)::contains)
                .toList();
    }

    private final class Caller implements Runnable {
        private final RenditionsFunction function;
        private final RunQueue queue;
        private final int number;
        private final long end;
        private final Random random;

        Caller(RenditionsFunction function, RunQueue queue, int number, long end) {
            this.function = function;
            this.queue = queue;
            this.number = number;
            this.end = end;
            random = new Random(number);
        }

        @Override
        public void run() {
            int batch = 0;
            do {
                play("caller-" + number + "/" + ++batch + "/");
            } while (System.nanoTime() < end);
        }

        private void play(String prefix) {
            var all = IntStream.range(0, MESSAGES)
                    .mapToObj(message -> message(prefix + message))
                    .toList();
            var open = new ArrayList<>(all);
            for (int receive = 1; receive <= SHORT_RECEIVES; receive++) {
                open.removeAll(done(open, receive, Duration.ofMillis(random.nextInt(SHORTEST, LONGEST))));
            }
            open.removeAll(done(open, SHORT_RECEIVES + 1, AMPLE));
            assertThat(open).allMatch(Message::hopeless);
            all.forEach(this::forget);
        }

        private Message message(String key) {
            int picture = random.nextInt(pictures.size());
            var bytes = pictures.get(picture);
            client.putObject(request -> request.bucket("uploads").key(key), RequestBody.fromBytes(bytes));
            var upload = UploadedObject.of("uploads", key, bytes);
            return Message.announcing(key, List.of(upload), picture == pictures.size() - 1);
        }

        /// Sends messages and returns those that are acknowledged.
        private List<Message> done(List<Message> messages, int receiveCount, Duration timeout) {
            var event = new ByteArrayInputStream(Message.event(messages, receiveCount));
            var bytes = new ByteArrayOutputStream();
            long begin = System.nanoTime();
            try {
                function.handleRequest(event, bytes, new LocalContext(timeout));
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
            long late = System.nanoTime() - begin - timeout.toNanos();
            if (late > 0) {
                queue.look();
                assertThat(late).as("how late it is").isLessThan(CHAIN * queue.kept(begin, System.nanoTime()));
            }
            invocations.incrementAndGet();
            var reply = Reply.read(bytes.toByteArray(), messages);
            assertThat(reply.sound()).isTrue();
            var done = messages.stream()
                    .filter(message -> reply.acknowledged().contains(message.id()))
                    .toList();
            assertThat(done).allMatch(message -> !message.hopeless() && isMade(message));
            acknowledged.addAndGet(done.size());
            return done;
        }

        private boolean isMade(Message message) {
            try {
                client.headObject(request -> request.bucket("renditions").key("manifests/" + message.id()));
                return true;
            } catch (NoSuchKeyException missing) {
                return false;
            }
        }

        private void forget(Message message) {
            client.deleteObject(request -> request.bucket("uploads").key(message.id()));
            for (var key : List.of(
                    "manifests/" + message.id(),
                    "renditions/" + message.id() + "/small.jpg",
                    "renditions/" + message.id() + "/small.webp")) {
                client.deleteObject(request -> request.bucket("renditions").key(key));
            }
        }
    }
}
