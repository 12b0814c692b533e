package renditions.local.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import renditions.local.cloud.EmbeddedSqs;
import renditions.local.cloud.EventSourceMapping;
import renditions.local.cloud.MappingSettings;
import renditions.local.cloud.Receive;
import renditions.local.cloud.UploadQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The model counts what the poller of the local queue does with the same messages.
@Timeout(300) // seconds: a message that never comes must fail the test, not hang it
final class PollerIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void the_poller_receives_and_gives_up_as_often_as_the_model() throws Exception {
        var plan = PlanReader.read("uploads=30 batch=10 concurrency=2 receives=3 corrupt=0.1 flaky=0.2");
        var model = Simulation.of(plan);
        try (var server = EmbeddedSqs.start();
                var sqs = server.client()) {
            var queue = UploadQueue.create(sqs, "model", TIMEOUT, plan.receives());
            LongStream.range(0, plan.uploads())
                    .forEach(number -> queue.send(plan.kind(number).name()));
            var receives = drained(queue, plan);

            var handedOver =
                    receives.stream().flatMap(one -> one.messages().stream()).toList();
            assertThat(handedOver).hasSize((int) model.receives());
            assertThat(receives.stream().flatMap(one -> one.messages().stream().filter(one::deleted)))
                    .hasSize((int) model.done());
            assertThat(queue.takeDeadLetters()).hasSize((int) model.givenUp());
            assertThat(receives.size())
                    .isBetween((int) Math.ceil(handedOver.size() / (double) plan.batch()), handedOver.size());
        }
    }

    private static List<Receive> drained(UploadQueue queue, Plan plan) throws InterruptedException {
        var receives = new CopyOnWriteArrayList<Receive>();
        var settings = new MappingSettings(
                plan.batch(), Duration.ZERO, plan.concurrency(), TIMEOUT, Optional.of(Duration.ZERO));
        try (var mapping = EventSourceMapping.start(queue, PollerIT::work, settings, receives::add)) {
            mapping.awaitEmptyQueue(Duration.ofMinutes(2));
        }
        return receives;
    }

    private static void work(InputStream event, OutputStream reply, Context context) throws IOException {
        var failed = new JsonMapper()
                .readTree(event)
                .path("Records")
                .valueStream()
                .filter(PollerIT::fails)
                .map(record ->
                        "{\"itemIdentifier\":\"" + record.path("messageId").asString() + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
        reply.write(failed.getBytes(UTF_8));
    }

    private static boolean fails(JsonNode record) {
        var kind = Message.Kind.valueOf(record.path("body").asString());
        int receives = record.at("/attributes/ApproximateReceiveCount").asInt();
        return new Message(kind, receives, 0).fails();
    }
}
