package renditions.resize;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.KeyLayout;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.store.Gone;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Page;
import renditions.store.Page.Entry;
import renditions.store.StoreProblem;

/// Removes what the versioned layout keeps of an upload's earlier contents, when nobody reads it any more.
///
/// Race with an attempt that stores one of these sets again, because its content is back: whoever removes commits
/// afterwards. Either that takes the commit from the other attempt, which then asks for each of its renditions, or
/// the other one has committed before, and this one loses its commit and compares.
///
/// @param clock tells how old a set is
record OldSets(ObjectStore store, Lanes lanes, KeyLayout layout, InstantSource clock) {
    /// How long a set and the one that replaced it have lain there when it is removed. A message that was
    /// interrupted between storing and committing is no older than the retention of its queue and of the dead
    /// letters, so by then the set was replaced for at least half of this time.
    static final Duration GRACE = Duration.ofDays(30);

    /// A set's own folder, and a rendition in it.
    private static final Pattern RENDITION = Pattern.compile("([0-9a-f]{32})/[^/]+");

    /// Removes them; the caller must commit. There are none in the other layout. Where more than a page of objects
    /// lies below the upload's folder, nothing is removed: part of a set may be on the next one.
    ///
    /// @param manifest names the set that stays
    Progress<Due> remove(Cancellation cancellation, Due due, Manifest manifest) {
        return switch (layout) {
            case KeyLayout.Stable _ -> new Progress.Next<>(due);
            case KeyLayout.Versioned versioned -> {
                var folder = versioned.renditions() + due.source().object().key() + "/";
                yield switch (store.list(cancellation, versioned.bucket(), folder, "")) {
                    case Page page when page.more() -> new Progress.Next<>(due);
                    case Page page -> remove(cancellation, due, old(page.entries(), folder, manifest));
                    case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
                };
            }
        };
    }

    private Progress<Due> remove(Cancellation cancellation, Due due, List<ObjectId> old) {
        for (var deletion : lanes.eachOnNetwork(old, object -> store.delete(cancellation, object))) {
            switch (deletion) {
                case Gone _ -> {}
                case StoreProblem problem -> {
                    return new Progress.End<>(Failures.of(problem));
                }
            }
        }
        return new Progress.Next<>(due);
    }

    /// The renditions of all sets but the manifest's, if none of those sets nor that one is younger than the grace.
    private List<ObjectId> old(List<Entry> entries, String folder, Manifest manifest) {
        var current = manifest.made().renditions().stream()
                .map(Made.Rendition::key)
                .map(key -> set(folder, key))
                .collect(Collectors.toSet());
        var young = young(entries, folder);
        if (current.stream().anyMatch(young::contains)) {
            return List.of();
        }
        var kept = Stream.of(Set.of(""), current, young).flatMap(Set::stream).collect(Collectors.toSet());
        return entries.stream()
                .map(Entry::key)
                .filter(key -> !kept.contains(set(folder, key)))
                .map(key -> new ObjectId(layout.bucket(), key))
                .toList();
    }

    private Set<String> young(List<Entry> entries, String folder) {
        var limit = clock.instant().minus(GRACE);
        var young = new HashSet<String>();
        for (var entry : entries) {
            if (entry.modified().isAfter(limit)) {
                young.add(set(folder, entry.key()));
            }
        }
        return young;
    }

    /// The name of the set that a rendition of this upload belongs to; empty for anything else, such as a rendition
    /// of an upload whose key goes on after this one's.
    private static String set(String folder, String key) {
        var rendition = RENDITION.matcher(key.startsWith(folder) ? key.substring(folder.length()) : "");
        return rendition.matches() ? rendition.group(1) : "";
    }
}
