package renditions.bench;

import renditions.catalog.KeyLayout;
import renditions.catalog.RenditionSet;
import renditions.image.ImageLimits;
import renditions.resize.JobSettings;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;
import renditions.resize.Memory;

/// The job of the benchmarks: the function's default renditions, and its memory budgets.
final class UsualJob {
    /// Of lossy encodings, as in the default settings.
    static final int QUALITY = 80;

    static final JobSettings SETTINGS = new JobSettings(
            RenditionSet.parse(RenditionSet.DEFAULT),
            new KeyLayout.Stable("renditions", "renditions/", "manifests/", "quarantine/"),
            ImageLimits.DEFAULT,
            100_000_000,
            "no-store",
            MissingUploads.FAIL,
            CorruptUploads.RETRY,
            true);

    private UsualJob() {}

    /// New budgets.
    static Memory memory() {
        return Memory.of(1_000_000_000);
    }
}
