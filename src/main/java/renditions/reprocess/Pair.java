package renditions.reprocess;

import org.jspecify.annotations.Nullable;
import renditions.store.Page.Entry;

/// What the two listings say of one key.
///
/// @param key of the upload
/// @param upload null if there is none
/// @param known what lies at the place of its manifest, null if nothing does
record Pair(String key, @Nullable Entry upload, @Nullable Entry known) {}
