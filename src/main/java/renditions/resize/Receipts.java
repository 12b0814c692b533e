package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.EntityTag;
import renditions.catalog.Made.Rendition;
import renditions.catalog.Manifest;
import renditions.store.Looked;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.StoreProblem;

/// Compares what lies in the store with the receipts of a manifest.
///
/// Race with an attempt that is still making renditions: an attempt at this event may have left its own over some of
/// them. It looked up before those were complete, so a manifest that is written after this comparison takes its
/// commit from it. What was committed before this attempt looked up is compared here.
record Receipts(ObjectStore store, Lanes lanes) {
    /// Whether each rendition is what the manifest says. Those that this run has stored itself are not looked at.
    Progress<Boolean> hold(Cancellation cancellation, Due due, Manifest manifest) {
        var others = manifest.made().renditions().stream()
                .filter(rendition -> !due.task().hasStored(rendition))
                .toList();
        boolean right = true;
        for (var look : lanes.eachOnNetwork(others, rendition -> look(cancellation, due, rendition))) {
            switch (look.answer()) {
                case ObjectFacts facts ->
                    right &=
                            EntityTag.bare(facts.etag()).equals(look.rendition().etag());
                case StoreProblem.Missing _ -> right = false;
                case StoreProblem problem -> {
                    return new Progress.End<>(Failures.of(problem));
                }
            }
        }
        return new Progress.Next<>(right);
    }

    private record Look(Rendition rendition, Looked answer) {}

    private Look look(Cancellation cancellation, Due due, Rendition rendition) {
        var object = new ObjectId(due.place().bucket(), rendition.key());
        return new Look(rendition, store.head(cancellation, object));
    }
}
