package renditions.event;

/// Reads the events that Lambda hands to the function. Immutable, safe for use by many threads at once; linear in
/// the size of the event, which Lambda limits to 6 MB.
public final class InvocationReader {
    /// Reads one event.
    ///
    /// @param event the payload of the invocation, any bytes
    /// @return the invocation with every delivery of the event, in its order
    /// @throws UnreadableInvocation if no source that the function serves sends such events; nothing of it may be
    ///     acknowledged
    public Invocation read(byte[] event) {
        try {
            return invocation(JsonObject.read(event, "event"));
        } catch (Misread problem) {
            throw new UnreadableInvocation(problem.reason());
        }
    }

    /// Tells sources apart by fields that only their events have.
    private static Invocation invocation(JsonObject event) throws Misread {
        return SqsReader.batch(event);
    }
}
