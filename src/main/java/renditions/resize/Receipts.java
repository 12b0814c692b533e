package renditions.resize;

import java.util.ArrayList;
import java.util.List;
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
/// Race with an attempt that is still making renditions: an attempt at this event may have left its own over some
/// of them. It looked up before those were complete, so a manifest that is written after this comparison takes its
/// commit from it. What was committed before this attempt looked up is compared here.
record Receipts(ObjectStore store, Lanes lanes) {
    /// The renditions of a manifest that are what it says.
    ///
    /// @param areAll whether there are no others
    record Right(List<Rendition> renditions, boolean areAll) {
        Right {
            renditions = List.copyOf(renditions);
        }
    }

    /// Which renditions are what the manifest says. Those that this run has stored itself are, and not looked at.
    Progress<Right> of(Cancellation cancellation, Due due, Manifest manifest) {
        var right = new ArrayList<>(manifest.made().renditions());
        var others = right.stream()
                .filter(rendition -> !due.task().hasStored(rendition))
                .toList();
        for (var look : lanes.eachOnNetwork(others, rendition -> look(cancellation, due, rendition))) {
            switch (look.answer()) {
                case ObjectFacts facts
                when EntityTag.bare(facts.etag()).equals(look.rendition().etag()) -> {}
                case ObjectFacts _, StoreProblem.Missing _ -> right.remove(look.rendition());
                case StoreProblem problem -> {
                    return new Progress.End<>(Failures.of(problem));
                }
            }
        }
        return new Progress.Next<>(
                new Right(right, right.size() == manifest.made().renditions().size()));
    }

    private record Look(Rendition rendition, Looked answer) {}

    private Look look(Cancellation cancellation, Due due, Rendition rendition) {
        var object = new ObjectId(due.place().bucket(), rendition.key());
        return new Look(rendition, store.head(cancellation, object));
    }
}
