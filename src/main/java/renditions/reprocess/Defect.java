package renditions.reprocess;

/// What may be wrong with an upload's renditions.
public enum Defect {
    /// The upload has no manifest.
    MISSING,
    /// The manifest is not younger than the upload, so it may be that of an earlier content.
    OUTDATED,
    /// The manifest was written before the present settings held.
    STALE,
    /// The manifest's upload is gone.
    ORPHANED,
    /// Nothing is known to be wrong; somebody wants the renditions compared with their manifest.
    DOUBTFUL
}
