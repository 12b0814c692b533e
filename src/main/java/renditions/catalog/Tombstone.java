package renditions.catalog;

import org.jspecify.annotations.Nullable;

/// Says that an upload was removed, and its renditions with it. An event that it includes makes nothing any more.
/// It names no key, so that it is shorter than every manifest: a lifecycle rule can tell them apart.
///
/// @param revision as in [Known]
/// @param sequencer as in [Known]
public record Tombstone(long revision, @Nullable String sequencer) implements Known {
    public Tombstone {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions begin with 1, not with " + revision);
        }
    }

    /// Whether the event is known to have come before it.
    boolean isAfter(Source event) {
        return Order.of(event.sequencer(), sequencer) == Order.BEFORE;
    }

    /// Whether it was written for this removal.
    boolean isOf(Source removal) {
        return Order.of(removal.sequencer(), sequencer) == Order.SAME;
    }
}
