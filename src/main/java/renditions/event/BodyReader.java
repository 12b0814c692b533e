package renditions.event;

import java.util.List;

/// Reads what a message carries: a notification of S3 or an event of EventBridge, with or without an envelope of
/// SNS around it.
final class BodyReader {
    private BodyReader() {}

    /// The entries of a body, never empty, each event once.
    ///
    /// @throws Misread if it is none of these
    static List<Entry> entries(String text) throws Misread {
        var body = JsonObject.read(text, "body");
        return SnsEnvelope.is(body) ? unwrapped(new SnsEnvelope(body).message()) : unwrapped(body);
    }

    /// The entries of what has no envelope.
    ///
    /// @throws Misread also for an envelope inside another
    static List<Entry> unwrapped(JsonObject body) throws Misread {
        if (SnsEnvelope.is(body)) {
            throw new Misread(body.path() + " is an envelope of SNS inside another, which no topic sends by itself");
        }
        return EventBridgeReader.is(body) ? List.of(EventBridgeReader.entry(body)) : NotificationReader.entries(body);
    }
}
