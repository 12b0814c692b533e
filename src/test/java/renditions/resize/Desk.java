package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.catalog.KeyLayout;
import renditions.catalog.Known;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.ImageLimits;
import renditions.resize.JobSettings.CorruptUploads;
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

    /// The time at which uploads are quarantined.
    static final Instant NOW = Instant.parse("2026-11-24T21:07:36.497Z");

    private static final ImageLimits LIMITS = new ImageLimits(30_000_000, 30_000_000);
    private static final int MOST_BYTES = 100;

    private final MemoryStore store;
    private final PaperImages images = new PaperImages();
    private final Memory memory;
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 4);
    private KeyLayout layout = new KeyLayout.Stable("out", "renditions/", "manifests/", "quarantine/");
    private boolean removals = true;
    private CorruptUploads corrupt = CorruptUploads.RETRY;
    private int events;
    private MissingUploads missing = MissingUploads.SKIP;

    Desk() {
        this(Memory.of(MEMORY));
    }

    Desk(Memory memory) {
        this(memory, new MemoryStore());
    }

    private Desk(Memory memory, MemoryStore store) {
        this.memory = memory;
        this.store = store;
    }

    /// A desk with another store.
    static Desk of(MemoryStore store) {
        return new Desk(Memory.of(MEMORY), store);
    }

    /// A desk whose buckets keep all versions.
    static Desk versioned() {
        return new Desk(Memory.of(MEMORY), MemoryStore.versioned(MemoryStore.ticking()));
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

    /// From now on uploads that no renditions can be made of are quarantined.
    void quarantine() {
        corrupt = CorruptUploads.QUARANTINE;
    }

    /// From now on each content has keys of its own.
    void keepOldSets() {
        layout = new KeyLayout.Versioned("out", "renditions/", "manifests/", "quarantine/");
    }

    /// From now on renditions stay where the upload is removed.
    void ignoreRemovals() {
        removals = false;
    }

    /// Puts a picture where uploads are.
    ///
    /// @return its event, received for the first time
    Source upload(String picture) {
        var bytes = picture.getBytes(UTF_8);
        store.add(UPLOAD, bytes);
        return new Source(UPLOAD, MemoryStore.etag(bytes), OptionalLong.of(bytes.length), nextSequencer(), 1);
    }

    /// Removes the upload.
    ///
    /// @return its event, received for the first time
    Source removeUpload() {
        store.delete(Cancellation.never(), UPLOAD);
        return new Source(UPLOAD, null, OptionalLong.empty(), nextSequencer(), 1);
    }

    private String nextSequencer() {
        return String.format(Locale.ROOT, "%018X", ++events);
    }

    /// The same event, received once more.
    static Source redelivered(Source event) {
        return new Source(event.object(), event.etag(), event.size(), event.sequencer(), event.receiveCount() + 1);
    }

    /// Works on an event.
    Outcome<Made> run(Source event) throws InterruptedException {
        return job(SET).run(Cancellation.never(), event);
    }

    /// Works on an event, and tells what was called meanwhile.
    List<String> callsOf(Source event) throws InterruptedException {
        int before = store.calls().size();
        run(event);
        return store.calls().subList(before, store.calls().size());
    }

    /// Works on a removal.
    Outcome<Made> remove(Source event) throws InterruptedException {
        return job(SET).remove(Cancellation.never(), event);
    }

    /// What is known of the upload.
    Known known() {
        return Known.read(MemorySegment.ofArray(text(MANIFEST.key()).getBytes(UTF_8)))
                .orElseThrow();
    }

    /// The keys of the renditions that the manifest names.
    List<String> kept() {
        return ((Manifest) known())
                .made().renditions().stream().map(Made.Rendition::key).toList();
    }

    /// Works on the upload as it is, which has no order.
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

    Outcome<Made> uninterrupted(Cancellation cancellation, Source event) {
        try {
            return job(SET).run(cancellation, event);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    ResizeJob job(RenditionSet set) {
        return job(set, new CostModel(images.profile()));
    }

    ResizeJob job(RenditionSet set, CostModel costs) {
        return new ResizeJob(
                store,
                images,
                lanes,
                memory,
                costs,
                new JobSettings(set, layout, LIMITS, MOST_BYTES, "max-age=1", missing, corrupt, removals),
                () -> NOW);
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
