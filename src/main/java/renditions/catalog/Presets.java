package renditions.catalog;

import static renditions.catalog.RenditionSet.require;

import java.util.List;

/// Which renditions are made of which uploads: those of the first preset whose keys match.
///
/// @param all 1 to [#MOST]; the last one, and no other, is for every key, so that each upload has a preset
public record Presets(List<Preset> all) {
    /// The most presets. Each is compared with the key of an upload until one matches.
    public static final int MOST = 20;

    /// The renditions of some uploads.
    ///
    /// @param keys of these uploads
    public record Preset(KeyPattern keys, RenditionSet renditions) {
        boolean isForEveryKey() {
            return keys.equals(KeyPattern.EVERYTHING);
        }
    }

    public Presets {
        all = List.copyOf(all);
        require(!all.isEmpty() && all.size() <= MOST, "it has " + all.size() + " presets, allowed: 1 to " + MOST);
        require(
                all.getLast().isForEveryKey(),
                "the keys of the last preset are '" + all.getLast().keys().glob()
                        + "', allowed: *, so that each upload has a preset");
        require(
                all.stream().filter(Preset::isForEveryKey).count() == 1,
                "a preset before the last one has the keys *, so that the others never count, allowed: * for the last"
                        + " one alone");
    }

    /// The same renditions of all uploads.
    public static Presets of(RenditionSet renditions) {
        return new Presets(List.of(new Preset(KeyPattern.EVERYTHING, renditions)));
    }

    /// Reads presets from JSON: an array of objects with `keys`, a [KeyPattern], and `renditions`, a set as
    /// [RenditionSet#parse] reads it; or such a set alone, which is for all uploads.
    ///
    /// @throws IllegalArgumentException for anything else; the message says where it is wrong and what is allowed
    public static Presets parse(String json) {
        return RenditionSetReader.presets(json);
    }

    /// The renditions of an upload.
    ///
    /// @param key of the upload, not encoded
    public RenditionSet of(String key) {
        return all.stream()
                .filter(preset -> preset.keys().matches(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the last preset is for every key"))
                .renditions();
    }

    /// The renditions of the uploads that only the last preset is for.
    public RenditionSet others() {
        return all.getLast().renditions();
    }
}
