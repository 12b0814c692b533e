package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.catalog.KeyLayout;
import renditions.catalog.Made;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.ImageLimits;
import renditions.resize.JobSettings.MissingUploads;
import renditions.store.ObjectId;
import renditions.testing.MemoryStore;
import renditions.testing.PaperImages;

/// The parts for the work on one upload: a store in memory, an engine without pixels, lanes. When it is closed, all
/// pictures must be closed and all memory given back.
final class Desk implements AutoCloseable {
    static final RenditionSet SET = RenditionSet.parse("""
            [{"name": "small", "width": 320, "formats": ["webp", "png"]},
             {"name": "square", "width": 100, "height": 100, "fit": "cover", "formats": ["jpeg"], "quality": 60}]
            """);
    static final ObjectId UPLOAD = new ObjectId("in", "a b/c.jpg");
    static final ObjectId MANIFEST = new ObjectId("out", "manifests/a b/c.jpg");
    static final byte[] PICTURE = "1200x800".getBytes(UTF_8);

    /// The bytes of all budgets together.
    static final long MEMORY = 300 << 20;

    private static final KeyLayout LAYOUT = new KeyLayout("out", "renditions/", "manifests/");
    private static final ImageLimits LIMITS = new ImageLimits(30_000_000, 30_000_000);
    private static final int MOST_BYTES = 100;

    private final MemoryStore store = new MemoryStore();
    private final PaperImages images = new PaperImages();
    private final Memory memory;
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 4);
    private MissingUploads missing = MissingUploads.SKIP;

    Desk() {
        this(Memory.of(MEMORY));
    }

    Desk(Memory memory) {
        this.memory = memory;
    }

    MemoryStore store() {
        return store;
    }

    PaperImages images() {
        return images;
    }

    Memory memory() {
        return memory;
    }

    Lanes lanes() {
        return lanes;
    }

    /// From now on a missing upload fails.
    void failMissing() {
        missing = MissingUploads.FAIL;
    }

    /// Works on the upload.
    Outcome<Made> run(RenditionSet set) throws InterruptedException {
        var there = store.list("in").get(UPLOAD.key());
        return job(set).run(Cancellation.never(), new Source(UPLOAD, there == null ? "gone" : MemoryStore.etag(there)));
    }

    Outcome<Made> uninterrupted(RenditionSet set) {
        try {
            return run(set);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    ResizeJob job(RenditionSet set) {
        return new ResizeJob(
                store,
                images,
                lanes,
                memory,
                new CostModel(images.profile()),
                new JobSettings(set, LAYOUT, LIMITS, MOST_BYTES, "max-age=1", missing));
    }

    /// The text that is stored at this key of the renditions bucket.
    String text(String key) {
        return new String(store.list("out").get(key), UTF_8);
    }

    static Problem problem(Outcome<Made> outcome) {
        return ((Outcome.Failed<Made>) outcome).problem();
    }

    @Override
    public void close() {
        assertThat(images.open()).isZero();
        assertThat(List.of(
                        memory.uploads().held(),
                        memory.pixels().held(),
                        memory.encoded().held()))
                .as("memory that is held")
                .containsOnly(0L);
        lanes.close();
    }
}
