package renditions.reprocess;

import renditions.catalog.KeyLayout;
import renditions.catalog.KeyPattern;
import renditions.catalog.Presets;
import renditions.reprocess.Tick.Range;
import renditions.store.ObjectId;

/// The settings of the sweep.
///
/// @param uploads the bucket of the uploads, which is listed
/// @param prefix what the keys of uploads begin with
/// @param suffix what the keys of uploads end with
/// @param pictures the keys that are pictures
/// @param presets the renditions that are made
/// @param layout the keys of manifests and quarantine reports
/// @param digest of all settings that decide what is stored and where
/// @param removals whether the renditions of a removed upload are removed too
/// @param quarantines whether an upload that no renditions can be made of gets a report
/// @param state what the keys of the sweep's own objects begin with, in the bucket of the layout; it ends with `/`
public record SweepSettings(
        String uploads,
        String prefix,
        String suffix,
        KeyPattern pictures,
        Presets presets,
        KeyLayout layout,
        String digest,
        boolean removals,
        boolean quarantines,
        String state) {
    /// The same range, cut to the uploads of the settings.
    ///
    /// @throws IllegalArgumentException if it has other uploads
    public Range within(Range range) {
        if (prefix.startsWith(range.prefix())) {
            return new Range(prefix, range.verify());
        }
        if (!range.prefix().startsWith(prefix)) {
            throw new IllegalArgumentException("the prefix of the tick does not begin with UPLOADS_PREFIX, which is '"
                    + prefix + "': other keys are no uploads");
        }
        return range;
    }

    /// Whether the function makes renditions of an upload with this key.
    boolean takes(String key) {
        var upload = new ObjectId(uploads, key);
        return key.endsWith(suffix)
                && pictures.matches(key)
                && !layout.isOurs(upload)
                && layout.fits(upload, presets.of(key));
    }
}
