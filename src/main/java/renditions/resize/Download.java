package renditions.resize;

import renditions.batch.BytePermits;
import renditions.batch.BytePermits.Permit;
import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Source;
import renditions.resize.Download.Downloaded;
import renditions.resize.LookUp.Due;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;

/// Downloads the newest content of the upload, if it still has the ETag of the event. A named version is never
/// downloaded, because its renditions could overwrite those of a newer version.
///
/// @param uploads the budget for encoded uploads
record Download(ObjectStore store, BytePermits uploads, JobSettings settings, Held held)
        implements Step<Due, Downloaded> {
    /// An upload in native memory.
    ///
    /// @param permit the part of the budget for its bytes
    record Downloaded(Due due, StoredObject upload, Permit permit) {
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
            case StoredObject upload -> new Progress.Next<>(new Downloaded(due, held.keep(upload), permit));
            case StoreProblem.Changed _ ->
                new Progress.End<>(new Outcome.Skipped<>(
                        "superseded: it was replaced, and its new content has an event of its own"));
            case StoreProblem.Missing gone -> new Progress.End<>(Failures.of(gone, settings.missing()));
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    /// The most bytes to download. With an ETag the size of the event is exact; without one the object may be
    /// another by now.
    private long mostBytes(Source source) {
        return source.etag() == null
                ? settings.maxUploadBytes()
                : Math.min(settings.maxUploadBytes(), source.size().orElse(settings.maxUploadBytes()));
    }
}
