package renditions.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/// What becomes of an event that Lambda has taken from its source, and keeps until the function returns (Lambda
/// developer guide, "How Lambda handles errors and retries with asynchronous invocation"). Nobody reads an answer.
/// After an exception Lambda hands the event over again, twice at most, and then to the failure destination.
final class AsynchronousReply {
    /// JSON that says nothing.
    private static final byte[] NOTHING = "null".getBytes(US_ASCII);

    private AsynchronousReply() {}

    static Reply of(List<DeliveryOutcome> events) {
        return events.stream().allMatch(DeliveryOutcome::acknowledged)
                ? new Reply.Text(NOTHING.clone())
                : new Reply.Failure();
    }
}
