package renditions.reprocess;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import renditions.event.Folder;
import renditions.store.Page.Entry;

/// Judges an upload by what the listings say: a pure function.
///
/// @param since manifests that were last modified before this moment count as made with other settings
/// @param verify whether each upload is doubtful
record Inspection(SweepSettings settings, Instant since, boolean verify) {
    /// Everything that is shorter than this is a tombstone; every manifest is longer (`docs/manifest.md`).
    private static final long SHORTEST_MANIFEST = 256;

    /// What may be wrong; empty if nothing is, or if the function makes no renditions of such an upload.
    Optional<Defect> of(Pair pair) {
        if (!settings.takes(pair.key())) {
            return Optional.empty();
        }
        var manifest = manifest(pair);
        var upload = pair.upload();
        if (upload == null) {
            return Optional.of(Defect.ORPHANED).filter(_ -> settings.removals() && manifest != null);
        }
        return Folder.is(pair.key(), upload.length()) ? Optional.empty() : of(upload, manifest);
    }

    /// Times are whole seconds. Of two in the same second either may be the later one, so it is a defect: the
    /// function then looks, and writes the manifest again, which is younger from then on.
    private Optional<Defect> of(Entry upload, @Nullable Entry manifest) {
        if (manifest == null) {
            return Optional.of(Defect.MISSING);
        }
        if (!manifest.modified().isAfter(upload.modified())) {
            return Optional.of(Defect.OUTDATED);
        }
        if (manifest.modified().isBefore(since)) {
            return Optional.of(Defect.STALE);
        }
        return Optional.of(Defect.DOUBTFUL).filter(_ -> verify);
    }

    private static @Nullable Entry manifest(Pair pair) {
        var known = pair.known();
        return known == null || known.length() < SHORTEST_MANIFEST ? null : known;
    }
}
