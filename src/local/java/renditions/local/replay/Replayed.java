package renditions.local.replay;

import java.util.List;
import renditions.local.report.ItemStatus;

/// A message that was replayed.
///
/// @param id its id; hostile, as every text in here
/// @param receives how often it was received
public record Replayed(String id, int receives, List<Entry> entries) {
    public Replayed {
        entries = List.copyOf(entries);
    }

    /// One entry of its body.
    public sealed interface Entry {
        /// Its object's address, or its message.
        String subject();
    }

    /// The function dealt with it.
    ///
    /// @param status how it ended
    /// @param code of its problem; empty if there is none
    /// @param why it ended so, or what was made, in words; may be empty
    /// @param notes in what the picture differs from the event
    public record Played(String subject, ItemStatus status, String code, String why, List<String> notes)
            implements Entry {
        public Played {
            notes = List.copyOf(notes);
        }

        boolean isAcknowledged() {
            return switch (status) {
                case MADE, SKIPPED, QUARANTINED -> true;
                case FAILED, UNFINISHED, UNSTARTED -> false;
            };
        }
    }

    /// It could not be replayed, because its picture is not there, or not to be had.
    ///
    /// @param why in words
    /// @param next what to do about it
    public record Unplayed(String subject, String why, String next) implements Entry {}

    /// What the queue would do with a message.
    public enum Fate {
        DELETED,
        REDELIVERED,
        UNKNOWN
    }

    /// What the queue would do: one entry that is not acknowledged is enough for a redelivery, whatever the entries
    /// that could not be replayed.
    public Fate fate() {
        boolean failed = entries.stream().anyMatch(entry -> entry instanceof Played played && !played.isAcknowledged());
        if (failed) {
            return Fate.REDELIVERED;
        }
        return entries.stream().anyMatch(Unplayed.class::isInstance) ? Fate.UNKNOWN : Fate.DELETED;
    }

    /// Whether all its entries were replayed.
    public boolean isWhole() {
        return entries.stream().noneMatch(Unplayed.class::isInstance);
    }
}
