package renditions.store;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;

/// A store of objects. Safe for use by many threads at once.
///
/// Calls wait for the network and are meant for virtual threads; a cancellation ends them promptly with
/// [StoreProblem.Stopped]. Whatever goes wrong is a value, never an exception.
public interface ObjectStore {
    /// Downloads a whole object.
    ///
    /// @param etag the entity tag the object must still have, quotes optional; null: whatever is there
    /// @param maxBytes more is refused as [StoreProblem.TooLarge] before the first byte is read; 0 to 2^31 - 1
    /// @return the object, owned by the caller, or why it cannot be had
    Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes);

    /// Stores an object; it is there whole or not at all. Nothing is sent once the cancellation has come.
    ///
    /// @param bytes alive and unchanged for the duration of the call; not copied
    /// @return the store's receipt, or why nothing was stored; after [StoreProblem.Kind#UNAVAILABLE] and
    ///     [StoreProblem.Stopped] it may be there all the same
    Written put(Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition);
}
