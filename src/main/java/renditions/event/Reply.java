package renditions.event;

/// How an invocation ends, as its source has to be told.
public sealed interface Reply {
    /// It returns these bytes.
    ///
    /// @param bytes JSON in UTF-8; not copied, never changed
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(byte[] bytes) implements Reply {}

    /// It ends with an exception, because its source takes no answer: Lambda hands the whole event to the function
    /// again, and in the end to the function's failure destination.
    record Failure() implements Reply {}
}
