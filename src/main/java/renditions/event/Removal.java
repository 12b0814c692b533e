package renditions.event;

import org.jspecify.annotations.Nullable;
import renditions.store.ObjectId;

/// An object that was removed by a request or by a lifecycle rule, as its S3 event notification describes it. The
/// event does not say what is at the key now: in a versioned bucket an old version may have been deleted, which
/// leaves the newest in place, or the newest, which uncovers the one before it.
///
/// @param object its address, with the key decoded; in a versioned bucket with the deleted version, or the
///     version of the delete marker
/// @param sequencer as that of an [Upload]: it orders uploads and removals of a key
public record Removal(ObjectId object, @Nullable String sequencer) implements Entry {}
