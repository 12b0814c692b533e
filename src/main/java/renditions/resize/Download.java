package renditions.resize;

import renditions.batch.BytePermits;
import renditions.batch.BytePermits.Permit;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.QuarantineReport;
import renditions.catalog.Source;
import renditions.resize.Download.Downloaded;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;

/// Downloads the newest content of the upload, if it still has the ETag of the event. A named version is never
/// downloaded, because its renditions could overwrite those of a newer version.
///
/// Where an attempt at the same event may have written renditions, somebody has to see to what lies there now: if
/// the upload was replaced, the newest content's renditions are made; if it is gone, they are removed, or where the
/// settings keep them, only if they are not right.
///
/// @param uploads the budget for encoded uploads
record Download(
        ObjectStore store,
        BytePermits uploads,
        Leftovers leftovers,
        Quarantine quarantine,
        JobSettings settings,
        Held held)
        implements Step<Due, Downloaded> {
    /// An upload in native memory.
    ///
    /// @param permit the part of the budget for its bytes
    /// @param firstBytes its beginning, as a report has it; the engine may change the bytes
    record Downloaded(Due due, StoredObject upload, Permit permit, String firstBytes) {
        /// Frees the upload, because its bytes are no longer needed.
        void giveBack(Held held) {
            held.giveBack(upload);
            held.giveBack(permit);
        }
    }

    @Override
    public Progress<Downloaded> run(Cancellation cancellation, Due due) throws InterruptedException {
        var source = due.source();
        long most = mostBytes(source);
        var permit = held.keep(uploads.acquire(cancellation, most));
        return switch (store.get(cancellation, source.newest().object(), source.etag(), most)) {
            case StoredObject upload -> downloaded(cancellation, due, held.keep(upload), permit);
            case StoreProblem.Changed _ -> replaced(due);
            case StoreProblem.Missing gone -> gone(cancellation, due, gone);
            case StoreProblem.TooLarge large
            when large.facts().length() > settings.maxUploadBytes() -> quarantine.run(cancellation, due, large);
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    /// What stands for a folder is no upload. Events that say no size do not show it.
    private Progress<Downloaded> downloaded(Cancellation cancellation, Due due, StoredObject upload, Permit permit)
            throws InterruptedException {
        boolean folder =
                upload.facts().length() == 0 && due.source().object().key().endsWith("/");
        return folder
                ? leftovers.end(
                        cancellation,
                        due,
                        new Outcome.Skipped<>("it stands for a folder, as the S3 console makes them"))
                : new Progress.Next<>(new Downloaded(due, upload, permit, QuarantineReport.firstBytes(upload.bytes())));
    }

    private static Progress<Downloaded> replaced(Due due) {
        return due.task().mayHaveWritten()
                ? new Progress.Again<>(due.task().forNewest())
                : new Progress.End<>(new Outcome.Skipped<>(
                        "superseded: it was replaced, and its new content has an event of its own"));
    }

    private Progress<Downloaded> gone(Cancellation cancellation, Due due, StoreProblem.Missing gone)
            throws InterruptedException {
        var outcome = Failures.of(gone, settings.missing());
        return due.task().mayHaveWritten() && settings.removals()
                ? leftovers.removal().run(cancellation, due, outcome)
                : leftovers.end(cancellation, due, outcome);
    }

    /// An entity tag vouches for the size that the event says; without one the object may be another by now.
    private long mostBytes(Source source) {
        return source.etag() == null
                ? settings.maxUploadBytes()
                : Math.min(settings.maxUploadBytes(), source.size().orElse(settings.maxUploadBytes()));
    }
}
