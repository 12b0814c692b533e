package renditions.reprocess;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import renditions.batch.Cancellation;
import renditions.store.KeyOrder;

/// Merges the listing of uploads with that of manifests, whose keys are those of the uploads behind a prefix. So
/// both have the same order, and one pass is enough.
///
/// @param uploads the uploads
/// @param known the manifests and tombstones
record Merge(Listing uploads, Listing known) {
    /// The next keys, as far as they are known without another page; empty at the end.
    List<Pair> next(Cancellation cancellation) throws Halted {
        uploads.fill(cancellation);
        known.fill(cancellation);
        var pairs = new ArrayList<Pair>();
        while (uploads.isReady() && known.isReady()) {
            var key = first(uploads.key(), known.key());
            if (key == null) {
                break;
            }
            pairs.add(new Pair(
                    key,
                    key.equals(uploads.key()) ? uploads.take() : null,
                    key.equals(known.key()) ? known.take() : null));
        }
        return pairs;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return KeyOrder.UTF_8_BYTES.compare(one, other) <= 0 ? one : other;
    }
}
