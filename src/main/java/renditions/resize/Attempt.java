package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.catalog.Made;
import renditions.catalog.Source;
import renditions.image.Images;
import renditions.store.ObjectStore;

/// Makes attempts at uploads. Each attempt runs the steps once, in the order that is listed here.
record Attempt(ObjectStore store, Images images, Lanes lanes, Memory memory, CostModel costs, JobSettings settings) {
    Progress<Made> run(Cancellation cancellation, Source source) throws InterruptedException {
        try (var held = new Held()) {
            return new Progress.Next<>(source)
                    .then(cancellation, new LookUp(store, settings))
                    .then(cancellation, new Download(store, memory.uploads(), settings, held))
                    .then(cancellation, new Probe(images, lanes, costs, settings))
                    .then(cancellation, new Decode(images, lanes, memory.pixels(), held))
                    .then(cancellation, render(held))
                    .then(cancellation, new Commit(store, images.version(), settings));
        }
    }

    private Render render(Held held) {
        return new Render(store, images.profile(), lanes, memory.encoded(), costs, settings, held);
    }
}
