package renditions.catalog;

import org.jspecify.annotations.Nullable;

/// What is to be done about an event, given what the catalog knows.
public sealed interface Verdict {
    /// Nothing: this content was dealt with at this event or a later one.
    record UpToDate() implements Verdict {}

    /// Nothing: newer content, or a removal, was dealt with.
    record Superseded() implements Verdict {}

    /// The renditions are there, of an earlier upload of the same content, as far as is known. The manifest is
    /// written again with the later order, so that an attempt on what lay in between loses its commit.
    record Touch(Manifest manifest) implements Verdict {}

    /// The renditions are made.
    record Make() implements Verdict {}

    /// An attempt at this event may have left renditions over those of the manifest. It is compared with what lies
    /// there and written again, so that an attempt whose renditions were overwritten loses its commit; any
    /// difference has the newest content's renditions made again. A manifest of other settings may not name all
    /// that was left, so that the verdict is to make.
    record Verify(Manifest manifest) implements Verdict {}

    /// The renditions are removed, if the upload is gone.
    record Remove() implements Verdict {}

    /// The verdict on an upload.
    ///
    /// @param known what lies at the manifest's place, null where nothing of ours does
    /// @param settings digest of the settings that count now
    /// @param mayHaveWritten whether an attempt at this event may have stored renditions without committing them:
    ///     it was received before, or has just lost its commit
    static Verdict onUpload(@Nullable Known known, Source upload, String settings, boolean mayHaveWritten) {
        return switch (known) {
            case null -> new Make();
            case Tombstone tombstone when !tombstone.isAfter(upload) -> new Make();
            case Tombstone _ -> mayHaveWritten ? new Remove() : new Superseded();
            case Manifest manifest -> onUpload(manifest, upload, settings, mayHaveWritten);
        };
    }

    /// The verdict on a removal. The other parameters are those of [#onUpload].
    static Verdict onRemoval(@Nullable Known known, Source removal, boolean mayHaveWritten) {
        return switch (known) {
            case null -> new Remove();
            case Tombstone _ when mayHaveWritten -> new Remove();
            case Tombstone tombstone ->
                tombstone.isAfter(removal) || tombstone.isOf(removal) ? new UpToDate() : new Remove();
            case Manifest manifest when !manifest.origin().covers(removal) -> new Remove();
            case Manifest manifest -> mayHaveWritten ? new Verify(manifest) : new Superseded();
        };
    }

    private static Verdict onUpload(Manifest manifest, Source upload, String settings, boolean mayHaveWritten) {
        boolean covered = manifest.origin().covers(upload);
        boolean sameContent = manifest.origin().isOf(upload) || (covered && upload.etag() == null);
        boolean stale = !manifest.settings().equals(settings);
        if (sameContent ? stale : !covered) {
            return new Make();
        }
        if (mayHaveWritten) {
            return stale ? new Make() : new Verify(manifest);
        }
        if (!covered) {
            return new Touch(manifest);
        }
        return sameContent ? new UpToDate() : new Superseded();
    }
}
