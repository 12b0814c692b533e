package renditions.resize;

import java.time.InstantSource;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Made;
import renditions.image.Images;
import renditions.store.ObjectStore;

/// Makes attempts at uploads. Each attempt runs the steps once, in the order that is listed here.
///
/// @param usual the engine for uploads that were received for the first time
/// @param suspects the engine for those that were received before, which may have killed or hung the process
/// @param clock tells when an upload was quarantined
record Attempt(
        ObjectStore store,
        Images usual,
        Images suspects,
        Lanes lanes,
        Memory memory,
        CostModel costs,
        JobSettings settings,
        InstantSource clock) {
    /// The same with other settings.
    Attempt with(JobSettings other) {
        return new Attempt(store, usual, suspects, lanes, memory, costs, other, clock);
    }

    Progress<Made> run(Cancellation cancellation, Task task) throws InterruptedException {
        boolean suspect = task.source().receiveCount() > 1;
        var images = suspect ? suspects : usual;
        var removal = new Remove(store, lanes, settings);
        var receipts = new Receipts(store, lanes);
        var oldSets = new OldSets(store, lanes, settings.layout(), clock);
        var leftovers = new Leftovers(receipts, removal, settings);
        var quarantine = new Quarantine(store, leftovers, settings, images.version(), clock);
        try (var held = new Held()) {
            return new Progress.Next<>(task)
                    .then(cancellation, new LookUp(store, settings))
                    .then(cancellation, new Confirm(store, receipts, removal, oldSets))
                    .then(cancellation, new Download(store, memory.uploads(), leftovers, quarantine, settings, held))
                    .then(cancellation, new Probe(images, suspect, lanes, costs, quarantine, settings))
                    .then(cancellation, new Resume(store, lanes, images.version(), settings))
                    .then(cancellation, new Decode(images, lanes, memory.pixels(), quarantine, held))
                    .then(cancellation, new Sketch(lanes))
                    .then(cancellation, render(images, held))
                    .then(cancellation, new Commit(store, images.version(), settings));
        }
    }

    private Render render(Images images, Held held) {
        return new Render(store, images.profile(), images.version(), lanes, memory.encoded(), costs, settings, held);
    }
}
