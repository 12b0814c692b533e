package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Manifest;
import renditions.catalog.Source;
import renditions.resize.LookUp.Due;
import renditions.store.Condition;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;
import renditions.store.StoredObject;

/// Reads the upload's manifest, to see whether its renditions are up to date.
record LookUp(ObjectStore store, JobSettings settings) implements Step<Source, Due> {
    /// An upload whose renditions are to be made.
    ///
    /// @param manifestUnchanged holds until another attempt commits renditions of the upload
    record Due(Source source, Condition manifestUnchanged) {}

    @Override
    public Progress<Due> run(Cancellation cancellation, Source source) {
        var place = settings.layout().manifest(source.object());
        return switch (store.get(cancellation, place, null, Manifest.MAX_BYTES)) {
            case StoredObject found -> {
                try (found) {
                    yield read(source, found);
                }
            }
            case StoreProblem.Missing _ -> due(source, new Condition.IfAbsent());
            case StoreProblem.TooLarge _ -> due(source, new Condition.Always()); // the function wrote no such manifest
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    private Progress<Due> read(Source source, StoredObject found) {
        return Manifest.read(found.bytes())
                .filter(manifest -> manifest.covers(source, settings.digest()))
                .<Progress<Due>>map(_ -> new Progress.End<>(new Outcome.Skipped<>("its renditions are up to date")))
                .orElseGet(() -> due(source, new Condition.IfMatch(found.etag())));
    }

    private static Progress<Due> due(Source source, Condition manifestUnchanged) {
        return new Progress.Next<>(new Due(source, manifestUnchanged));
    }
}
