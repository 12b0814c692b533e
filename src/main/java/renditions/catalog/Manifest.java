package renditions.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;

/// The list of an upload's renditions, stored when all of them are durable. It is the commit: whoever follows
/// manifests sees all renditions of an upload or none. Where some of a set that is to be kept are lost, it lists
/// the others.
///
/// @param origin the content they were made from
/// @param settings digest of the settings they were made with; empty where some of them are lost
/// @param engine what made them, by name and version
/// @param made the upload's format and size, its placeholder, and the renditions
/// @param srcset for each format the value of an HTML `srcset` attribute, see [Srcset]
/// @param revision as in [Known]
public record Manifest(
        Origin origin, String settings, String engine, Made made, Map<Format, String> srcset, long revision)
        implements Known {
    /// Stands for the digest where renditions of the set are lost.
    private static final String NOT_WHOLE = "";

    public Manifest {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions begin with 1, not with " + revision);
        }
        var sorted = new EnumMap<Format, String>(Format.class);
        sorted.putAll(srcset);
        srcset = Collections.unmodifiableMap(sorted);
    }

    /// The manifest of what was made.
    ///
    /// @param set what it was made by
    public static Manifest of(
            RenditionSet set, Origin origin, String settings, String engine, Made made, long revision) {
        return new Manifest(origin, settings, engine, made, Srcset.of(set, made.renditions()), revision);
    }

    @Override
    public @Nullable String sequencer() {
        return origin.sequencer();
    }

    /// The same, written again after this event.
    public Manifest again(Source event) {
        return again(origin.after(event));
    }

    /// The same, written again after events that say nothing of its content.
    public Manifest again() {
        return again(origin);
    }

    /// The same of these renditions alone, where the others are lost. It counts as made with other settings than
    /// any, so whoever has the upload makes all of them.
    ///
    /// @param kept some of its renditions, at least one
    public Manifest only(List<Rendition> kept) {
        var left = new Made(made.format(), made.size(), made.placeholder(), kept);
        return new Manifest(origin, NOT_WHOLE, engine, left, Srcset.only(srcset, kept), revision + 1);
    }

    private Manifest again(Origin later) {
        return new Manifest(later, settings, engine, made, srcset, revision + 1);
    }
}
