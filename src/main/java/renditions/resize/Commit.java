package renditions.resize;

import renditions.batch.Cancellation;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.catalog.Origin;
import renditions.resize.Render.Stored;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;

/// Writes the manifest, unless another attempt has written it since [LookUp] read it.
///
/// @param engine name and version of the engine that made the renditions
record Commit(ObjectStore store, String engine, JobSettings settings) implements Step<Stored, Made> {
    @Override
    public Progress<Made> run(Cancellation cancellation, Stored stored) {
        var due = stored.due();
        var header = stored.header();
        var made = new Made(header.format(), header.size(), stored.placeholder(), stored.renditions());
        var lost = due.task().afterWriting(made.renditions());
        return due.commit(cancellation, store, manifest(stored, made), new Progress.Next<>(made), lost);
    }

    private Manifest manifest(Stored stored, Made made) {
        var due = stored.due();
        var upload = stored.upload();
        var place = due.source().object();
        var origin = new Origin(
                new ObjectId(place.bucket(), place.key(), upload.version()),
                upload.etag(),
                due.sequencer(),
                upload.modified());
        return Manifest.of(settings.renditions(), origin, settings.digest(), engine, made, due.nextRevision());
    }
}
