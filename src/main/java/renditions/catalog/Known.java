package renditions.catalog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import renditions.json.Json;
import renditions.store.Labels;
import tools.jackson.core.JacksonException;

/// What the catalog knows of one upload, stored as JSON at the place of its manifest: the [Manifest] of its
/// renditions, or a [Tombstone]. `docs/manifest.md` describes the JSON.
///
/// Each time it is written its revision is one higher than that of what it replaces. So no two texts that ever lay
/// at one place are alike, and a condition on an entity tag never holds by chance.
public sealed interface Known permits Manifest, Tombstone {
    /// No JSON is longer: 20 renditions in 3 formats with keys of 1,024 bytes, each escaped at worst, and the
    /// addresses made of them.
    long MAX_BYTES = 1 << 20;

    /// What it is stored with.
    Labels LABELS = new Labels("application/json", "no-cache");

    /// How often something was written at this place, at least 1.
    long revision();

    /// A sequencer that this includes: at the event that has it, or later, the upload was as this says. Null where
    /// no event had one.
    @Nullable
    String sequencer();

    /// Reads what [#write] wrote. Unknown fields are ignored.
    ///
    /// @return nothing for anything else: no JSON, a field that is missing or of the wrong type or range, another
    ///     version. A manifest of version 1 has neither order nor receipts, so whatever is done next replaces it
    static Optional<Known> read(MemorySegment bytes) {
        try {
            return Optional.of(ManifestJson.read(Json.read(bytes.toArray(ValueLayout.JAVA_BYTE))));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// As it is stored.
    default MemorySegment write() {
        return MemorySegment.ofArray(Json.write(ManifestJson.write(this)));
    }

    /// The later one of two sequencers. Where that is not known, the one of the event, or the one there is.
    static @Nullable String later(@Nullable String event, @Nullable String known) {
        return event == null || Order.of(event, known) == Order.BEFORE ? known : event;
    }
}
