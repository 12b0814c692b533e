package renditions.event;

/// Reads what Lambda hands to the function. Immutable, safe for use by many threads at once; linear in the size of
/// the event, which Lambda limits to 6 MB.
public final class InvocationReader {
    /// Reads one event.
    ///
    /// @param event the payload of the invocation, any bytes
    /// @return every delivery of it, each once, in its order
    /// @throws UnreadableInvocation when no source that the function serves sends such events; nothing of it may be
    ///     acknowledged then
    public Invocation read(byte[] event) {
        try {
            return invocation(JsonObject.read(event, "event"));
        } catch (Misread problem) {
            throw new UnreadableInvocation(problem.reason());
        }
    }

    /// Sources are told apart by their content: each further one is recognised here by a field that it alone has.
    private static Invocation invocation(JsonObject event) throws Misread {
        return SqsReader.batch(event);
    }
}
