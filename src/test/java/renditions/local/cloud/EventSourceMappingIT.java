package renditions.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import renditions.testing.Latches;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The mapping with functions of a few lines, on the embedded queue.
@Timeout(300) // seconds: an event that never comes must fail the test, not hang it
@Execution(ExecutionMode.CONCURRENT)
final class EventSourceMappingIT {
    /// Only a hang takes this long.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final RequestStreamHandler ALL_DONE = (event, reply, context) -> reply.write("{}".getBytes(UTF_8));

    private static EmbeddedSqs server;
    private static SqsClient sqs;
    private static final AtomicInteger QUEUES = new AtomicInteger();

    private final List<Receive> receives = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        server = EmbeddedSqs.start();
        sqs = server.client();
    }

    @AfterAll
    static void stop() {
        sqs.close();
        server.close();
    }

    @Test
    void an_answer_that_comes_too_late_does_not_count_and_the_handler_is_interrupted() throws Exception {
        var queue = UploadQueue.create(sqs, name(), SOON, 2);
        send(queue, 1);
        var interrupted = new CountDownLatch(1);
        var settings = new MappingSettings(10, Duration.ZERO, 1, Duration.ofMillis(300), Optional.empty());
        long notReceivedBefore = System.nanoTime();
        drain(queue, hanging(interrupted), settings);

        interrupted.await();
        assertThat(receives)
                .hasSize(2)
                .allSatisfy(receive -> assertThat(receive.reply().flaw()).isEqualTo("no answer within 300 ms"));
        assertThat(receives.get(1).begin() - notReceivedBefore)
                .as("the visibility time-out, which begins with the receive")
                .isGreaterThan(SOON.toNanos());
        assertThat(queue.takeDeadLetters()).hasSize(1);
    }

    /// One refusal for each kind of entry: an acknowledged message that cannot be deleted is redelivered like any
    /// other.
    @Test
    void what_the_queue_does_not_delete_is_redelivered() throws Exception {
        var real = queue(5);
        var queue = new UploadQueue(new RefusingSqs(sqs), real.url(), real.arn(), real.deadLetterUrl());
        send(real, 3);
        drain(queue, ALL_DONE, settings(10));

        assertThat(receives).hasSize(2);
        var refused = receives.get(0).undeleted();
        assertThat(refused).hasSize(1);
        assertThat(receives.get(1).messages()).extracting(SqsRecord::messageId).isEqualTo(refused);
        assertThat(receives.get(1).messages().getFirst().receiveCount()).isEqualTo(2);
    }

    @Test
    void a_batch_is_filled_up_to_its_size_while_the_window_is_open_and_deleted_in_chunks() throws Exception {
        var queue = queue(5);
        send(queue, 50);
        var settings = new MappingSettings(25, PATIENCE, 1, LONG, Optional.empty());
        drain(queue, ALL_DONE, settings);

        assertThat(receives).extracting(it -> it.messages().size()).containsExactly(25, 25);
        assertThat(receives)
                .allSatisfy(it -> assertThat(it.messages()).allMatch(it::deleted))
                .allSatisfy(it -> assertThat(it.undeleted()).isEmpty());
    }

    @Test
    void as_many_batches_as_allowed_are_under_way_at_once_and_no_more() throws Exception {
        var queue = queue(5);
        send(queue, 12);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CountDownLatch(3);
        var settings = new MappingSettings(1, Duration.ZERO, 3, LONG, Optional.empty());
        RequestStreamHandler slow = (_, _, _) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            three.countDown();
            Latches.awaitWhateverComes(three);
            running.decrementAndGet();
        };
        drain(queue, slow, settings);

        assertThat(receives).hasSize(12);
        assertThat(most).hasValue(3);
    }

    @Test
    void the_event_is_what_lambda_hands_over() throws Exception {
        var queue = queue(5);
        queue.send("{\"a\":\"\u00FC\"}");
        var events = new CopyOnWriteArrayList<String>();
        RequestStreamHandler noting = (event, _, context) -> {
            events.add(new String(event.readAllBytes(), UTF_8));
            assertThat(context.getRemainingTimeInMillis()).isBetween(1, 30_000);
        };
        drain(queue, noting, settings(10));

        assertThat(events).hasSize(1);
        assertThat(events.getFirst())
                .contains("\"body\" : \"{\\\"a\\\":\\\"\u00FC\\\"}\"", "\"eventSource\" : \"aws:sqs\"")
                .contains("\"ApproximateReceiveCount\" : \"1\"", "\"SentTimestamp\" : \"1", "\"md5OfBody\" : \"")
                .contains("\"eventSourceARN\" : \"arn:aws:sqs:eu-west-1:000000000000:")
                .contains("\"awsRegion\" : \"eu-west-1\"", "\"messageAttributes\" : { }");
    }

    @Test
    void closing_waits_for_the_answer_and_settles_it() throws Exception {
        var queue = queue(5);
        send(queue, 1);
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var mapping = start(queue, 10, (_, _, _) -> {
            entered.countDown();
            Latches.awaitWhateverComes(leave);
        });
        entered.await();
        var closing = Thread.ofPlatform().start(mapping::close);
        leave.countDown();
        closing.join();

        assertThat(receives).hasSize(1);
        assertThat(queue.depth()).isZero();
        send(queue, 1);
        assertThat(queue.depth()).as("nobody receives any more").isOne();
    }

    @Test
    void a_function_that_may_take_longer_than_the_visibility_is_refused_as_AWS_does() {
        var queue = UploadQueue.create(sqs, name(), SOON, 5);
        var settings = new MappingSettings(10, Duration.ZERO, 1, Duration.ofSeconds(2), Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventSourceMapping.start(queue, ALL_DONE, settings, receives::add))
                .withMessage("the function's time-out is PT2S, longer than the queue's visibility time-out of PT1S");
    }

    @Test
    void a_mapping_that_has_ended_for_a_problem_says_so() {
        var queue = queue(5);
        send(queue, 1);
        var entered = new CountDownLatch(1);
        var mapping = EventSourceMapping.start(queue, ALL_DONE, settings(10), receive -> {
            entered.countDown();
            throw new IllegalStateException("the listener fails");
        });
        Latches.awaitWhateverComes(entered);

        assertThatIllegalStateException()
                .isThrownBy(mapping::close)
                .withMessage("the event source mapping has ended: java.lang.IllegalStateException: the listener fails");
    }

    @Test
    void waiting_for_an_empty_queue_ends() throws Exception {
        var queue = queue(1000);
        send(queue, 1);
        try (var mapping = start(queue, 10, (_, _, _) -> {
            throw new IllegalStateException("never");
        })) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> mapping.awaitEmptyQueue(Duration.ofMillis(50)))
                    .withMessage("the queue still holds 1 messages after 0 s");
        }
    }

    private static RequestStreamHandler hanging(CountDownLatch interrupted) {
        return (_, reply, _) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                interrupted.countDown();
                reply.write("{}".getBytes(UTF_8));
            }
        };
    }

    /// Runs a mapping until the queue is empty.
    private void drain(UploadQueue queue, RequestStreamHandler handler, MappingSettings settings) throws Exception {
        try (var mapping = EventSourceMapping.start(queue, handler, settings, receives::add)) {
            mapping.awaitEmptyQueue(PATIENCE);
        }
    }

    private EventSourceMapping start(UploadQueue queue, int batchSize, RequestStreamHandler handler) {
        return EventSourceMapping.start(queue, handler, settings(batchSize), receives::add);
    }

    private static MappingSettings settings(int batchSize) {
        return new MappingSettings(batchSize, Duration.ZERO, 1, LONG, Optional.of(Duration.ZERO));
    }

    private static UploadQueue queue(int maxReceiveCount) {
        return UploadQueue.create(sqs, name(), LONG, maxReceiveCount);
    }

    private static String name() {
        return "uploads-" + QUEUES.incrementAndGet();
    }

    private static void send(UploadQueue queue, int messages) {
        IntStream.range(0, messages).forEach(i -> queue.send(Integer.toString(i)));
    }
}
