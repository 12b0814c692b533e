package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.catalog.EntityTag;
import renditions.catalog.Made;
import renditions.catalog.Made.Rendition;
import renditions.catalog.Manifest;
import renditions.catalog.Verdict;
import renditions.resize.LookUp.Finding;
import renditions.store.Looked;
import renditions.store.ObjectFacts;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Receipt;
import renditions.store.StoreProblem;

/// Does what the verdict says, short of making renditions: only then the work goes on.
///
/// @param removal what removes renditions
record Confirm(ObjectStore store, Lanes lanes, Remove removal) implements Step<Finding, Due> {
    @Override
    public Progress<Due> run(Cancellation cancellation, Finding finding) {
        var due = finding.due();
        return switch (finding.verdict()) {
            case Verdict.UpToDate _ -> skipped("its renditions are up to date");
            case Verdict.Superseded _ -> skipped("superseded: what came later was dealt with already");
            case Verdict.Make _ -> new Progress.Next<>(due);
            case Verdict.Touch(var manifest) ->
                rewrite(
                        cancellation,
                        due,
                        manifest,
                        skipped("its renditions are up to date, made of the same content"));
            case Verdict.Verify(var manifest) -> verify(cancellation, due, manifest);
            case Verdict.Remove _ -> removal.ifGone(cancellation, due);
        };
    }

    /// Race with an attempt that is still making renditions: ours may lie over some of its own. It looked up before
    /// ours were complete, so the manifest that is written here, after all of ours, takes its commit from it. What
    /// was committed before this attempt looked up is compared here.
    private Progress<Due> verify(Cancellation cancellation, Due due, Manifest manifest) {
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
        return right
                ? rewrite(cancellation, due, manifest, confirmed(due, manifest))
                : new Progress.Next<>(due.forNewest());
    }

    private record Look(Rendition rendition, Looked answer) {}

    private Look look(Cancellation cancellation, Due due, Rendition rendition) {
        var object = new ObjectId(due.place().bucket(), rendition.key());
        return new Look(rendition, store.head(cancellation, object));
    }

    private Progress<Due> rewrite(Cancellation cancellation, Due due, Manifest manifest, Progress<Due> then) {
        return switch (due.commit(cancellation, store, manifest.again(due.source()))) {
            case Receipt _ -> then;
            case StoreProblem.Changed _ -> new Progress.Again<>(due.task());
            case StoreProblem problem -> new Progress.End<>(Failures.of(problem));
        };
    }

    /// Where another attempt committed the very renditions that this one stored, both have made them.
    private static Progress<Due> confirmed(Due due, Manifest manifest) {
        boolean made = !due.task().written().isEmpty()
                && manifest.made().renditions().stream().allMatch(due.task()::hasStored);
        return made
                ? new Progress.End<>(new Outcome.Done<>(manifest.made()))
                : skipped("its renditions were looked at and are right");
    }

    private static <T> Progress<T> skipped(String reason) {
        return new Progress.End<>(new Outcome.Skipped<Made>(reason));
    }
}
