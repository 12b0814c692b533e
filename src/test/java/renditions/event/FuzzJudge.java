package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.testing.PartialBatchResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Judges what was read of an event with faults, and how it is answered. It tells sources apart by itself.
///
/// @param event that was read
/// @param read what the reader made of it
/// @param seed for failures
record FuzzJudge(JsonNode event, Invocation read, int seed) {
    private static final JsonMapper JSON = new JsonMapper();

    /// No delivery is invented or lost, and none is large.
    void assertEveryDeliveryOnce() {
        if (isJob()) {
            assertThat(ids()).as("seed %d", seed).isEqualTo(texts("tasks", "taskId"));
        } else if (isBatch()) {
            assertThat(ids()).as("seed %d", seed).isEqualTo(texts("Records", "messageId"));
        } else {
            assertThat(ids()).as("seed %d", seed).hasSize(1);
            assertThat(read.deliveries().getFirst().receiveCount())
                    .as("seed %d", seed)
                    .isEqualTo(Delivery.UNCOUNTED);
        }
        assertEntriesAreSmall();
    }

    /// However much an event says, an entry keeps a key, an ETag, a version, an order and a name, or a short reason.
    void assertEntriesAreSmall() {
        var longest = read.entries().stream()
                .mapToInt(entry -> entry.toString().length())
                .max()
                .orElse(0);
        assertThat(longest).as("seed %d", seed).isLessThan(3_600);
    }

    /// One entry is not acknowledged: its source is told that, and of nothing else.
    void assertReplyIsUnderstood(Random random) {
        var entries = read.entries().size();
        var failing = random.nextInt(Math.max(1, entries));
        var outcomes = new ArrayList<Outcome<String>>();
        for (int entry = 0; entry < entries; entry++) {
            outcomes.add(
                    entry == failing ? new Outcome.NotFinished<>(new Reason.AnswerDue()) : new Outcome.Done<>("done"));
        }
        var reply = read.reply(outcomes);
        if (isJob()) {
            assertJob(((Reply.Text) reply).bytes());
        } else if (isBatch()) {
            var deleted = PartialBatchResponse.deleted(ids(), ((Reply.Text) reply).bytes());
            assertThat(deleted).as("seed %d", seed).hasSize(others());
        } else {
            assertThat(reply).as("seed %d", seed).isInstanceOf(Reply.Failure.class);
        }
    }

    private void assertJob(byte[] reply) {
        var answer = JSON.readTree(reply);
        assertThat(answer.path("invocationId")).as("seed %d", seed).isEqualTo(event.path("invocationId"));
        assertThat(answer.path("invocationSchemaVersion"))
                .as("seed %d", seed)
                .isEqualTo(event.path("invocationSchemaVersion"));
        Map<String, String> codes = new HashMap<>();
        for (var result : answer.path("results")) {
            var twice = codes.put(
                    result.path("taskId").stringValue(),
                    result.path("resultCode").stringValue());
            assertThat(twice).as("seed %d", seed).isNull();
        }
        assertThat(codes.keySet()).as("seed %d", seed).isEqualTo(Set.copyOf(ids()));
        assertThat(codes.values())
                .as("seed %d", seed)
                .filteredOn("Succeeded"::equals)
                .hasSize(others());
    }

    private int others() {
        return Math.max(0, (int) ids().stream().distinct().count() - 1);
    }

    private boolean isJob() {
        return event.has("invocationSchemaVersion");
    }

    /// A batch of a queue has a message of it before any record of another source, or nothing at all.
    private boolean isBatch() {
        for (var record : event.path("Records")) {
            var source = record.path("eventSource").asString("");
            if (source.equals("aws:sqs")) {
                return true;
            }
            if (source.endsWith(":s3")
                    || record.path("EventSource").asString("").equals("aws:sns")) {
                return false;
            }
        }
        return event.path("Records").isArray();
    }

    private List<String> ids() {
        return read.deliveries().stream().map(Delivery::id).toList();
    }

    private List<String> texts(String array, String field) {
        return event.path(array)
                .valueStream()
                .map(each -> each.path(field).stringValue())
                .toList();
    }
}
