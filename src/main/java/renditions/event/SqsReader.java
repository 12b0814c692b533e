package renditions.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the batches of an SQS event source mapping (Lambda developer guide, "Using Lambda with Amazon SQS").
final class SqsReader {
    private SqsReader() {}

    /// Every message of the batch, in its order. One with a body that cannot be read is there with an
    /// [Entry.Unreadable].
    ///
    /// @throws Misread when it is no such batch, or a message in it could not be named in a reply
    static SqsBatch batch(JsonObject event) throws Misread {
        var messages = new ArrayList<Message>();
        var fifo = false;
        for (var node : event.array("Records")) {
            var record = JsonObject.of(node, "event.Records[]");
            requireSqs(record);
            messages.add(message(record));
            fifo |= node.path("eventSourceARN").asString("").endsWith(".fifo");
        }
        return new SqsBatch(messages, fifo);
    }

    private static void requireSqs(JsonObject record) throws Misread {
        var source = record.text("eventSource");
        if (!source.equals("aws:sqs")) {
            throw new Misread("an eventSource is '" + Excerpt.of(source) + "', not aws:sqs");
        }
    }

    private static Message message(JsonObject record) throws Misread {
        var attributes = record.node().path("attributes");
        return new Message(record.text("messageId"), receiveCount(attributes), group(attributes), entries(record));
    }

    private static List<Entry> entries(JsonObject record) {
        try {
            return NotificationReader.entries(record.text("body"));
        } catch (Misread problem) {
            return List.of(new Entry.Unreadable(problem.reason()));
        }
    }

    private static int receiveCount(JsonNode attributes) {
        var count = attributes.path("ApproximateReceiveCount").asString("");
        try {
            return Math.max(1, Integer.parseInt(count));
        } catch (NumberFormatException notSaid) {
            return 1;
        }
    }

    private static @Nullable String group(JsonNode attributes) {
        var group = attributes.path("MessageGroupId").asString("");
        return group.isEmpty() ? null : group;
    }
}
