package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.catalog.Verdict;
import renditions.resize.LookUp.Finding;
import renditions.store.ObjectStore;

/// Does what the verdict says, short of making renditions: only then the work goes on.
///
/// @param receipts what compares renditions with their manifest
/// @param removal what removes renditions
/// @param oldSets what removes those of earlier contents
record Confirm(ObjectStore store, Receipts receipts, Remove removal, OldSets oldSets) implements Step<Finding, Due> {
    @Override
    public Progress<Due> run(Cancellation cancellation, Finding finding) throws InterruptedException {
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
            case Verdict.Verify(var manifest) ->
                receipts.of(cancellation, due, manifest)
                        .then(cancellation, (_, right) -> verified(cancellation, due, manifest, right.areAll()));
            case Verdict.Remove _ -> removal.ifGone(cancellation, due);
        };
    }

    private Progress<Due> verified(Cancellation cancellation, Due due, Manifest manifest, boolean right)
            throws InterruptedException {
        return right
                ? oldSets.remove(cancellation, due, manifest)
                        .then(cancellation, (_, _) -> rewrite(cancellation, due, manifest, confirmed(due, manifest)))
                : new Progress.Next<>(due.forNewest());
    }

    private Progress<Due> rewrite(Cancellation cancellation, Due due, Manifest manifest, Progress<Due> then) {
        return due.commit(cancellation, store, manifest.again(due.source()), then, due.task());
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
