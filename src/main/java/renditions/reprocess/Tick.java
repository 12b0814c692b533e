package renditions.reprocess;

import java.util.Optional;

/// What one invocation is asked to do.
///
/// @param range the uploads that are looked at; empty if none are
/// @param redrive whether the dead letters are moved back to the queue, before anything else
/// @param dryRun whether everything is only counted: nothing is sent, moved or stored
public record Tick(Optional<Range> range, boolean redrive, boolean dryRun) {
    /// The uploads that are looked at.
    ///
    /// @param prefix what their keys begin with; empty for all that the settings allow
    /// @param verify whether each of them is doubtful: its renditions are compared with the manifest's receipts
    public record Range(String prefix, boolean verify) {
        /// All uploads, none of them doubtful.
        static final Range ALL = new Range("", false);
    }

    /// Reads the payload of an invocation.
    ///
    /// @throws IllegalArgumentException if it is no tick; the message is one sentence that says what is allowed
    public static Tick read(byte[] payload) {
        return TickReader.read(payload);
    }
}
