package renditions.event;

import java.util.ArrayList;
import java.util.List;

/// Reads the events that S3, SNS and EventBridge hand to the function themselves, without a queue (Lambda developer
/// guide, "Invoking a Lambda function asynchronously"). Lambda keeps the event and hands it over again as a whole,
/// so it is one delivery. It does not say how often it did.
final class AsynchronousReader {
    /// The id of the delivery if the event has none.
    private static final String NO_ID = "event";

    private AsynchronousReader() {}

    /// A notification, or the test event, of S3.
    ///
    /// @throws Misread if it is neither
    static Invocation s3(JsonObject event) throws Misread {
        return invocation(NO_ID, NotificationReader.entries(event));
    }

    /// An event of EventBridge.
    ///
    /// @throws Misread if it is none of S3, or of a version that is not known
    static Invocation eventBridge(JsonObject event) throws Misread {
        var id = event.optionalText("id");
        return invocation(id == null ? NO_ID : id, List.of(EventBridgeReader.entry(event)));
    }

    /// Messages of an SNS topic. One that cannot be read has an [Entry.Unreadable].
    ///
    /// @throws Misread if a record has no message
    static Invocation sns(JsonObject event) throws Misread {
        var entries = new ArrayList<Entry>();
        var id = NO_ID;
        for (var node : event.array("Records")) {
            var message = JsonObject.of(node, "event.Records[]").object("Sns");
            var messageId = message.optionalText("MessageId");
            id = id.equals(NO_ID) && messageId != null ? messageId : id;
            entries.addAll(entries(message));
        }
        return invocation(id, entries);
    }

    private static List<Entry> entries(JsonObject message) {
        try {
            return BodyReader.unwrapped(new SnsEnvelope(message).message());
        } catch (Misread problem) {
            return List.of(new Entry.Unreadable(problem.reason()));
        }
    }

    private static Invocation invocation(String id, List<Entry> entries) {
        return new Invocation(
                List.of(new Delivery(id, Delivery.UNCOUNTED, "", entries)),
                Invocation.Order.INDEPENDENT,
                AsynchronousReply::of);
    }
}
