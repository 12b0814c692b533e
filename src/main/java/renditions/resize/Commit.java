package renditions.resize;

import renditions.batch.Cancellation;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.resize.Render.Stored;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;

/// Writes the manifest, unless another attempt has written it since [LookUp] read it.
///
/// @param engine name and version of the engine that made the renditions
record Commit(ObjectStore store, String engine, JobSettings settings) implements Step<Stored, Made> {
    @Override
    public Progress<Made> run(Cancellation cancellation, Stored stored) {
        var object = stored.due().source().object();
        var made = new Made(stored.header().format(), stored.header().size(), stored.renditions());
        var manifest = new Manifest(object, stored.etag(), settings.digest(), engine, made).write();
        var place = settings.layout().manifest(object);
        return switch (store.put(
                cancellation, place, manifest, Manifest.LABELS, stored.due().manifestUnchanged())) {
            case Receipt _ -> new Progress.Next<>(made);
            case StoreProblem.Changed _ -> new Progress.LostCommit<>();
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }
}
