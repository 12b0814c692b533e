package renditions.local.replay;

import java.nio.file.Path;

/// What became of the file that stands for an upload.
public sealed interface Picture {
    /// The file in the folder.
    Path file();

    /// It is in the store.
    ///
    /// @param etag as the store says, without quotes
    record Stored(Path file, String etag) implements Picture {}

    /// The store does not take it.
    ///
    /// @param why for people, without a full stop
    record Refused(Path file, String why) implements Picture {}

    /// It has more bytes than the function downloads, and was not read.
    record TooLarge(Path file, long bytes, long most) implements Picture {}

    /// There is no room for it beside those before it, and it was not read.
    ///
    /// @param room for all of them, in bytes
    record NoRoom(Path file, long bytes, long room) implements Picture {}
}
