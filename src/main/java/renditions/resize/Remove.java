package renditions.resize;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.catalog.KeyLayout;
import renditions.catalog.Known;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.catalog.Tombstone;
import renditions.store.Gone;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;

/// Removes the renditions of an upload that is gone, and writes a tombstone in place of its manifest. Removing is
/// like making none: it is committed last, and whoever loses that commit looks up again.
record Remove(ObjectStore store, Lanes lanes, JobSettings settings) {
    /// Asks S3 first: the event may be about an old version, or the key may have been uploaded to again. Where an
    /// attempt at this event may have removed renditions, those of the newest content are then made.
    Progress<Due> ifGone(Cancellation cancellation, Due due) {
        return switch (store.head(cancellation, due.source().newest().object())) {
            case ObjectFacts _ ->
                due.task().mayHaveWritten()
                        ? new Progress.Next<>(due.forNewest())
                        : new Progress.End<>(new Outcome.Skipped<>("superseded: there is an upload at this key"));
            case StoreProblem.Missing _ -> run(cancellation, due, new Outcome.Skipped<>("gone: " + words(due)));
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    /// Removes, when S3 has said after the look-up that the upload is gone, or is none that renditions can be made
    /// of.
    ///
    /// @param removed the item's outcome when the removal is committed
    <T> Progress<T> run(Cancellation cancellation, Due due, Outcome<Made> removed) {
        return run(cancellation, due, objects(due), new Tombstone(due.nextRevision(), due.sequencer()), removed);
    }

    /// The same for all but what this manifest names, which is then written instead of a tombstone.
    <T> Progress<T> allBut(Cancellation cancellation, Due due, Manifest kept, Outcome<Made> removed) {
        var objects = objects(due);
        kept.made().renditions().stream()
                .map(rendition -> new ObjectId(due.place().bucket(), rendition.key()))
                .forEach(objects::remove);
        return run(cancellation, due, objects, kept, removed);
    }

    private <T> Progress<T> run(
            Cancellation cancellation, Due due, Set<ObjectId> objects, Known next, Outcome<Made> removed) {
        for (var deletion : lanes.eachOnNetwork(objects, object -> store.delete(cancellation, object))) {
            switch (deletion) {
                case Gone _ -> {}
                case StoreProblem problem -> {
                    return new Progress.End<>(Failures.of(problem));
                }
            }
        }
        var lost = due.task().afterWriting(List.of());
        return due.commit(cancellation, store, next, new Progress.End<>(removed), lost);
    }

    private String words(Due due) {
        if (!(due.known() instanceof Manifest)) {
            return "it had no manifest";
        }
        return switch (settings.layout()) {
            case KeyLayout.Stable _ -> "its renditions were removed";
            case KeyLayout.Versioned _ -> "its manifest was removed";
        };
    }

    /// What lies at keys that never change: what the manifest names in the upload's folder, and what an attempt
    /// that did not commit may have left. Sets that are never overwritten stay, for readers of an earlier manifest.
    private Set<ObjectId> objects(Due due) {
        return switch (settings.layout()) {
            case KeyLayout.Versioned _ -> new HashSet<>();
            case KeyLayout.Stable stable -> {
                var upload = due.source().object();
                var objects = new HashSet<ObjectId>();
                if (due.known() instanceof Manifest manifest) {
                    manifest.made().renditions().stream()
                            .map(Made.Rendition::key)
                            .filter(key -> key.startsWith(stable.renditions() + upload.key() + "/"))
                            .forEach(key -> objects.add(new ObjectId(stable.bucket(), key)));
                }
                stable.renditions(upload, "", settings.renditions()).forEach(objects::add);
                yield objects;
            }
        };
    }
}
