package renditions.event;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the batches of an SQS event source mapping (Lambda developer guide, "Using Lambda with Amazon SQS").
final class SqsReader {
    /// The receive count of a message whose own count cannot be read. An earlier attempt may have left renditions
    /// behind, so the message must not count as received for the first time.
    private static final int UNCLEAR_COUNT = 2;

    /// The least receive count of a message with an upload that is doubtful, for the same reason.
    private static final int DOUBTFUL_COUNT = 2;

    private SqsReader() {}

    /// The batch with all its messages, in their order. A message whose body cannot be read has an
    /// [Entry.Unreadable].
    ///
    /// @throws Misread if the event is no such batch, or a message has no id that a reply could list
    static Invocation batch(JsonObject event) throws Misread {
        var messages = new ArrayList<Delivery>();
        var order = Invocation.Order.INDEPENDENT;
        for (var node : event.array("Records")) {
            var record = JsonObject.of(node, "event.Records[]");
            requireSqs(record);
            var fifo = node.path("eventSourceARN").asString("").endsWith(".fifo");
            messages.add(message(record, fifo));
            order = fifo ? Invocation.Order.IN_GROUPS : order;
        }
        return new Invocation(messages, order, outcomes -> new Reply.Text(SqsReply.write(outcomes)));
    }

    private static void requireSqs(JsonObject record) throws Misread {
        var source = record.text("eventSource");
        if (!source.equals("aws:sqs")) {
            throw new Misread("an eventSource is '" + Excerpt.of(source) + "', not aws:sqs");
        }
    }

    private static Delivery message(JsonObject record, boolean fifo) throws Misread {
        var attributes = record.node().path("attributes");
        // on a standard queue the group has no meaning for the order
        var group = fifo ? attributes.path("MessageGroupId").asString("") : "";
        var entries = entries(record);
        return new Delivery(record.text("messageId"), receiveCount(attributes, entries), group, entries);
    }

    private static int receiveCount(JsonNode attributes, List<Entry> entries) {
        int count = receiveCount(attributes);
        boolean doubtful = entries.stream().anyMatch(entry -> entry instanceof Upload upload && upload.doubtful());
        return doubtful ? Math.max(count, DOUBTFUL_COUNT) : count;
    }

    private static List<Entry> entries(JsonObject record) {
        try {
            return BodyReader.entries(record.text("body"));
        } catch (Misread problem) {
            return List.of(new Entry.Unreadable(problem.reason()));
        }
    }

    private static int receiveCount(JsonNode attributes) {
        var count = attributes.path("ApproximateReceiveCount");
        return count.isMissingNode() || count.isNull() ? 1 : receiveCount(count.asString(""));
    }

    private static int receiveCount(String count) {
        try {
            int times = Integer.parseInt(count);
            return times < 1 ? UNCLEAR_COUNT : times;
        } catch (NumberFormatException unclear) {
            return UNCLEAR_COUNT;
        }
    }
}
