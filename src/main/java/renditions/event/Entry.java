package renditions.event;

/// One thing that a delivery says: a picture was uploaded, nothing of interest happened, or nobody can tell.
public sealed interface Entry permits Upload, Entry.Ignored, Entry.Unreadable {
    /// Understood, and nothing is to be done.
    ///
    /// @param reason what it is, for people
    record Ignored(String reason) implements Entry {}

    /// Not understood. Reading it again gives the same.
    ///
    /// @param reason what was found where, for people; one short line, safe to log
    record Unreadable(String reason) implements Entry {}
}
