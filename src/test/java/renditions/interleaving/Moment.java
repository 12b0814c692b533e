package renditions.interleaving;

import java.util.List;
import java.util.Map;

/// A moment of a [Story]: all that what happens next depends on.
///
/// @param acts how many are done
/// @param slots of the messages so far, in the order of the acts
/// @param kills how many attempts may still be killed
/// @param outOfTime how many attempts may still run out of time
record Moment(int acts, World world, List<Slot> slots, int kills, int outOfTime) {
    Moment {
        slots = List.copyOf(slots);
    }

    /// Where a message is.
    sealed interface Slot {
        /// In the queue.
        ///
        /// @param received how often it was: 0, 1, or 2 for more
        record Waiting(int received) implements Slot {}

        /// An attempt is made at it.
        ///
        /// @param replies what the store answered so far, by the ids of the requests
        record Running(int received, Map<String, Reply> replies) implements Slot {}

        /// It is deleted.
        record Acknowledged() implements Slot {}
    }
}
