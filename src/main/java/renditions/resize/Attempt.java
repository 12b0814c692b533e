package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Made;
import renditions.image.Images;
import renditions.store.ObjectStore;

/// Makes attempts at uploads. Each attempt runs the steps once, in the order that is listed here.
record Attempt(ObjectStore store, Images images, Lanes lanes, Memory memory, CostModel costs, JobSettings settings) {
    Progress<Made> run(Cancellation cancellation, Task task) throws InterruptedException {
        var removal = new Remove(store, lanes, settings);
        try (var held = new Held()) {
            return new Progress.Next<>(task)
                    .then(cancellation, new LookUp(store, settings))
                    .then(cancellation, new Confirm(store, lanes, removal))
                    .then(cancellation, new Download(store, memory.uploads(), removal, settings, held))
                    .then(cancellation, new Probe(images, lanes, costs, settings))
                    .then(cancellation, new Resume(store, lanes, images.version(), settings))
                    .then(cancellation, new Decode(images, lanes, memory.pixels(), held))
                    .then(cancellation, new Sketch(lanes))
                    .then(cancellation, render(held))
                    .then(cancellation, new Commit(store, images.version(), settings));
        }
    }

    private Render render(Held held) {
        return new Render(store, images.profile(), images.version(), lanes, memory.encoded(), costs, settings, held);
    }
}
