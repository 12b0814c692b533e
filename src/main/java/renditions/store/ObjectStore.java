package renditions.store;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;

/// An object store. Safe for use by many threads at once.
///
/// Calls wait for the network and are meant for virtual threads; a cancellation ends them promptly with
/// [StoreProblem.Stopped]. A failure is a value, never an exception.
public interface ObjectStore {
    /// Downloads a whole object.
    ///
    /// @param etag the ETag that the object must have, quotes optional; null for any object
    /// @param maxBytes more is refused as [StoreProblem.TooLarge] before the first byte is read; 0 to 2^31 - 1
    /// @return the object, owned by the caller, or the reason why there is none
    Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes);

    /// Stores an object, whole or not at all. No call begins after the cancellation.
    ///
    /// @param bytes alive and unchanged for the duration of the call; not copied
    /// @return the store's receipt, or the reason why nothing was stored: [StoreProblem.Changed] if the condition
    ///     does not hold, also because there is no object to match; after [StoreProblem.Kind#UNAVAILABLE] and
    ///     [StoreProblem.Stopped] the object may be stored all the same
    Written put(Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition);

    /// Asks what is known of an object, without its bytes.
    ///
    /// @return the facts, or the reason why there are none; a missing bucket looks like a missing object here
    Looked head(Cancellation cancellation, ObjectId object);

    /// Removes an object. The same call again changes nothing. No call begins after the cancellation.
    ///
    /// @return [Gone] if there is no such object now, or the reason why that is not certain; after
    ///     [StoreProblem.Kind#UNAVAILABLE] and [StoreProblem.Stopped] the object may be gone all the same
    Removed delete(Cancellation cancellation, ObjectId object);

    /// Lists a page of objects.
    ///
    /// @param prefix what their keys begin with; empty for all keys
    /// @param after only keys that come after this one in the order of [KeyOrder]; empty for all
    /// @return the next page, with at most [Page#MOST] objects, or the reason why there is none
    Listed list(Cancellation cancellation, String bucket, String prefix, String after);
}
