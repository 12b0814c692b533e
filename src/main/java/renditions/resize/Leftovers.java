package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.catalog.Manifest;

/// Ends the work on an upload that no renditions can be made of, because it is gone or at fault.
///
/// Where an attempt at the same event may have stored or removed renditions, somebody has to see to what lies there
/// now: either the manifest's are right, and only what it does not name goes, or all are removed. Where the
/// settings keep the renditions of uploads that are gone, those that are right stay in any case. Each is committed,
/// for the reasons of [Receipts] and [Remove].
record Leftovers(Receipts receipts, Remove removal, JobSettings settings) {
    /// @param outcome the item's outcome when that is committed, or when there is nothing to see to
    <T> Progress<T> end(Cancellation cancellation, Due due, Outcome<Made> outcome) throws InterruptedException {
        if (!due.task().mayHaveWritten()) {
            return new Progress.End<>(outcome);
        }
        return due.known() instanceof Manifest manifest
                ? receipts.of(cancellation, due, manifest)
                        .then(cancellation, (_, right) -> compared(cancellation, due, manifest, right, outcome))
                : removal.run(cancellation, due, outcome);
    }

    private <T> Progress<T> compared(
            Cancellation cancellation, Due due, Manifest manifest, Receipts.Right right, Outcome<Made> outcome) {
        if (right.areAll()) {
            return removal.allBut(cancellation, due, manifest.again(), outcome);
        }
        boolean all = settings.removals() || right.renditions().isEmpty();
        return all
                ? removal.run(cancellation, due, outcome)
                : removal.allBut(cancellation, due, manifest.only(right.renditions()), outcome);
    }
}
