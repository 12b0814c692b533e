package renditions.event;

/// Reads what Lambda hands to the function. Immutable, safe for use by many threads at once; linear in the size of
/// the event, which Lambda limits to 6 MB.
public final class InvocationReader {
    /// Reads one event.
    ///
    /// @param event the payload of the invocation, any bytes
    /// @return every message of the batch, each once, in its order
    /// @throws UnreadableInvocation when it is no batch of an SQS queue; nothing of it may be acknowledged then
    public Invocation read(byte[] event) {
        try {
            return SqsReader.batch(JsonObject.read(event, "event"));
        } catch (Misread problem) {
            throw new UnreadableInvocation(problem.reason());
        }
    }
}
