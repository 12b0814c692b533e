package renditions.event;

/// One entry of a delivery: an upload, a removal, an entry that asks for nothing, or one that cannot be read.
public sealed interface Entry permits Upload, Removal, Entry.Ignored, Entry.Unreadable {
    /// An entry that was read and asks for nothing.
    ///
    /// @param reason why it asks for nothing, for people; one short line, safe to log
    record Ignored(String reason) implements Entry {}

    /// An entry that cannot be read. Another try gives the same result.
    ///
    /// @param reason what is wrong and where, for people; one short line, safe to log
    record Unreadable(String reason) implements Entry {}
}
