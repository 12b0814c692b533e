package renditions.event;

/// Reads the events that Lambda hands to the function. Immutable, safe for use by many threads at once; linear in
/// the size of the event, which Lambda limits to 6 MB.
public final class InvocationReader {
    /// Reads one event.
    ///
    /// @param event the payload of the invocation, any bytes
    /// @return the invocation with every delivery of the event, in its order
    /// @throws UnreadableInvocation if no source that the function serves sends such events, or the event lacks
    ///     what its reply must have; nothing of it may be acknowledged
    public Invocation read(byte[] event) {
        try {
            var read = JsonObject.read(event, "event");
            return Trigger.of(read).read(read);
        } catch (Misread noObject) {
            throw Trigger.UNKNOWN.refused(noObject);
        }
    }
}
