package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.store.ObjectStore;

/// Ends the work on an upload that no renditions can be made of, because it is gone or at fault.
///
/// Where an attempt at the same event may have stored or removed renditions, somebody has to see to what lies there
/// now: either the manifest's are right, or all are removed. Both are committed, for the reasons of [Receipts] and
/// [Remove].
record Leftovers(ObjectStore store, Receipts receipts, Remove removal) {
    /// @param outcome the item's outcome when that is committed, or when there is nothing to see to
    <T> Progress<T> end(Cancellation cancellation, Due due, Outcome<Made> outcome) throws InterruptedException {
        if (!due.task().mayHaveWritten()) {
            return new Progress.End<>(outcome);
        }
        return due.known() instanceof Manifest manifest
                ? receipts.hold(cancellation, due, manifest)
                        .then(cancellation, (_, right) -> compared(cancellation, due, manifest, right, outcome))
                : removal.run(cancellation, due, outcome);
    }

    private <T> Progress<T> compared(
            Cancellation cancellation, Due due, Manifest manifest, boolean right, Outcome<Made> outcome) {
        return right
                ? due.commit(cancellation, store, manifest.again(), new Progress.End<>(outcome), due.task())
                : removal.run(cancellation, due, outcome);
    }
}
