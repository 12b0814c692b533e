package renditions.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.catalog.KeyLayout;
import renditions.catalog.KeyPattern;
import renditions.catalog.Presets;
import renditions.catalog.RenditionSet;
import renditions.queue.MessageQueue;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.testing.MemoryStore;
import renditions.testing.PaperQueue;

/// The buckets, the queue and the settings of a sweep, and a clock that a test moves.
final class Household implements AutoCloseable {
    static final String UPLOADS = "uploads";
    static final String RENDITIONS = "renditions";

    /// As long as a manifest, and no longer than a tombstone.
    private static final byte[] MANIFEST = "m".repeat(300).getBytes(UTF_8);

    private static final byte[] TOMBSTONE = "t".repeat(100).getBytes(UTF_8);

    /// When everything is modified, unless a test moves the clock.
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    final MemoryStore store = new MemoryStore(now::get);
    final PaperQueue queue = new PaperQueue();
    final Lanes lanes = new Lanes(NanoClock.system(), 1, 1);

    static final KeyLayout LAYOUT = new KeyLayout.Stable(RENDITIONS, "renditions/", "manifests/", "quarantine/");

    static final SweepSettings SETTINGS = settings("digest", true, false);

    /// Settings of a function that takes every key.
    static SweepSettings settings(String digest, boolean removals, boolean quarantines) {
        return settings(UPLOADS, "", KeyPattern.EVERYTHING, digest, removals, quarantines);
    }

    static SweepSettings settings(
            String uploads, String suffix, KeyPattern pictures, String digest, boolean removals, boolean quarantines) {
        var presets = Presets.of(RenditionSet.parse(RenditionSet.DEFAULT));
        return new SweepSettings(
                uploads, "", suffix, pictures, presets, LAYOUT, digest, removals, quarantines, "reprocess/");
    }

    Household at(Instant moment) {
        now.set(moment);
        return this;
    }

    /// Passes time.
    Household later(long seconds) {
        return at(now.get().plusSeconds(seconds));
    }

    Household upload(String... keys) {
        for (var key : keys) {
            store.add(new ObjectId(UPLOADS, key), key.getBytes(UTF_8));
        }
        return this;
    }

    Household manifest(String... keys) {
        for (var key : keys) {
            store.add(new ObjectId(RENDITIONS, "manifests/" + key), MANIFEST);
        }
        return this;
    }

    Household tombstone(String key) {
        store.add(new ObjectId(RENDITIONS, "manifests/" + key), TOMBSTONE);
        return this;
    }

    /// The settings have held for long.
    Household settled() {
        var json = "{\"settings\":\"digest\",\"since\":\"2026-01-01T00:00:00Z\"}";
        store.add(new ObjectId(RENDITIONS, "reprocess/settings.json"), json.getBytes(UTF_8));
        return this;
    }

    Sweep sweep() {
        return sweep(SETTINGS);
    }

    Sweep sweep(SweepSettings settings) {
        return sweep(store, queue, settings);
    }

    Sweep sweep(ObjectStore objects, MessageQueue messages, SweepSettings settings) {
        return new Sweep(objects, messages, lanes, settings, (InstantSource) now::get);
    }

    /// The calls to the store that list.
    List<String> listings() {
        return store.calls().stream().filter(call -> call.startsWith("LIST ")).toList();
    }

    @Override
    public void close() {
        lanes.close();
    }
}
