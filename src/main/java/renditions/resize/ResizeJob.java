package renditions.resize;

import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Problem.Severity;
import renditions.batch.Work;
import renditions.image.Images;
import renditions.store.ObjectStore;

/// The work on uploads: for each its renditions, durable, and the manifest that says so.
///
/// One object for all items; safe for use by many threads.
public final class ResizeJob implements Work<Source, Made> {
    private final ObjectStore store;
    private final Images images;
    private final Lanes lanes;
    private final JobSettings settings;

    public ResizeJob(ObjectStore store, Images images, Lanes lanes, JobSettings settings) {
        this.store = store;
        this.images = images;
        this.lanes = lanes;
        this.settings = settings;
    }

    @Override
    public Outcome<Made> run(Cancellation cancellation, Source source) {
        if (settings.layout().isOurs(source.object())) {
            return new Outcome.Skipped<>("it is itself a rendition or a manifest");
        }
        if (!settings.layout().fits(source.object(), settings.renditions())) {
            return Endings.failed(
                    "KEY_TOO_LONG",
                    "the key of %s leaves no room for the keys of its renditions, which S3 limits to %,d bytes"
                            .formatted(source.object(), KeyLayout.LONGEST_KEY_BYTES),
                    Severity.PERMANENT);
        }
        return new Attempt(store, images, lanes, settings, source).run(cancellation);
    }
}
