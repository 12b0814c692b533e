package renditions.interleaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import renditions.catalog.KeyLayout;
import renditions.catalog.Known;
import renditions.catalog.Made.Rendition;
import renditions.catalog.Manifest;
import renditions.interleaving.Player.Move;
import renditions.interleaving.Player.Part;

/// Says what is wrong with a world.
final class Judge {
    private static final String MANIFEST = "out/m/a.jpg";
    private static final String RENDITIONS = "out/r/";
    private static final String REPORTS = "out/q/a.jpg/";

    private final KeyLayout layout;
    private final boolean removals;
    private final Player player;
    private final Map<Thing, Map<String, String>> texts = new HashMap<>();

    /// @param removals as in [Story]
    Judge(KeyLayout layout, boolean removals, Player player) {
        this.layout = layout;
        this.removals = removals;
        this.player = player;
    }

    /// Whoever follows the manifest finds what it names, where the layout promises that.
    Optional<String> flawAtAnyTime(World world) {
        return layout instanceof KeyLayout.Versioned && known(world).orElse(null) instanceof Manifest manifest
                ? flaw(world, manifest)
                : Optional.empty();
    }

    /// Nothing changes where a reader of an earlier manifest looks, where the layout promises that.
    Optional<String> flawOfStep(World before, World after) {
        boolean kept = before.things().entrySet().stream()
                .filter(thing -> thing.getKey().startsWith(RENDITIONS))
                .allMatch(thing -> thing.getValue().equals(after.things().get(thing.getKey())));
        return layout instanceof KeyLayout.Versioned && !kept
                ? Optional.of("a rendition is lost or overwritten")
                : Optional.empty();
    }

    /// Where renditions are to be kept, an attempt deletes nothing that it has seen to be what the manifest says.
    /// What others make right meanwhile, or commit, may go: the race of [renditions.resize.Remove].
    ///
    /// @param replies that it had before the call
    Optional<String> flawOfCall(World before, Request request, Map<String, Reply> replies) {
        var there = before.things().get(MANIFEST);
        boolean isOpen = removals || there == null || !replies.containsValue(new Reply.Found(there));
        if (isOpen || !(request.call() instanceof Request.Delete)) {
            return Optional.empty();
        }
        var seen = replies.entrySet().stream()
                .filter(reply -> reply.getKey().startsWith("HEAD " + request.place() + " "))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
        boolean right = known(before).orElse(null) instanceof Manifest manifest
                && manifest.made().renditions().stream()
                        .filter(rendition -> request.place().equals("out/" + rendition.key()))
                        .anyMatch(rendition ->
                                seen.filter(reply -> isOf(rendition, reply)).isPresent());
        return right ? Optional.of("a rendition that is right is deleted") : Optional.empty();
    }

    private static boolean isOf(Rendition rendition, Reply reply) {
        return reply instanceof Reply.Found(var thing) && thing.etag().equals('"' + rendition.etag() + '"');
    }

    /// All messages are acknowledged: the manifest and the renditions are those of what is uploaded now.
    Optional<String> flawAtTheEnd(World world) {
        var upload = world.things().get(Letter.PLACE);
        if (upload != null) {
            return flawOf(world, upload);
        }
        return removals && known(world).orElse(null) instanceof Manifest
                ? Optional.of("there is a manifest, and no upload")
                : flawOfEarlier(world);
    }

    private Optional<String> flawOf(World world, Thing upload) {
        return upload.text().equals(InterleavingsTest.CORRUPT)
                ? flawOfCorrupt(world, upload)
                : flawOfSound(world, upload);
    }

    private Optional<String> flawOfCorrupt(World world, Thing upload) {
        return world.things().containsKey(REPORTS + upload.etag().replace("\"", "") + ".json")
                ? flawOfEarlier(world)
                : Optional.of("there is no report");
    }

    /// What was made before is whole, or nothing is there.
    private Optional<String> flawOfEarlier(World world) {
        if (known(world).orElse(null) instanceof Manifest manifest) {
            return flaw(world, manifest).or(() -> flawOfNames(world, manifest));
        }
        return layout instanceof KeyLayout.Stable
                        && world.things().keySet().stream().anyMatch(place -> place.startsWith(RENDITIONS))
                ? Optional.of("there are renditions, and no manifest")
                : Optional.empty();
    }

    private Optional<String> flawOfSound(World world, Thing upload) {
        if (!(known(world).orElse(null) instanceof Manifest manifest)) {
            return Optional.of("there is no manifest");
        }
        if (!upload.etag().equals('"' + manifest.origin().etag() + '"')) {
            return Optional.of("the manifest is of other content");
        }
        return flaw(world, manifest)
                .or(() -> flawOfNames(world, manifest))
                .or(() -> texts(world, manifest).equals(texts.computeIfAbsent(upload, this::made))
                        ? Optional.empty()
                        : Optional.of("the renditions are of other content"));
    }

    private Optional<String> flawOfNames(World world, Manifest manifest) {
        return names(manifest).equals(names(world))
                ? Optional.empty()
                : Optional.of("the manifest does not name what is there");
    }

    private static Optional<String> flaw(World world, Manifest manifest) {
        return manifest.made().renditions().stream().allMatch(rendition -> isThere(world, rendition))
                ? Optional.empty()
                : Optional.of("a rendition is not what the manifest says");
    }

    private static boolean isThere(World world, Rendition rendition) {
        var thing = world.things().get("out/" + rendition.key());
        return thing != null && thing.etag().equals('"' + rendition.etag() + '"');
    }

    private static Set<String> names(Manifest manifest) {
        var names = new HashSet<String>();
        manifest.made().renditions().forEach(rendition -> names.add("out/" + rendition.key()));
        return names;
    }

    // Old sets of the versioned layout may stay.
    private Set<String> names(World world) {
        var names = new HashSet<String>();
        var named = known(world).orElse(null) instanceof Manifest manifest ? names(manifest) : Set.<String>of();
        world.things().keySet().stream()
                .filter(place -> place.startsWith(RENDITIONS))
                .filter(place -> layout instanceof KeyLayout.Stable || named.contains(place))
                .forEach(names::add);
        return names;
    }

    private static Map<String, String> texts(World world, Manifest manifest) {
        var texts = new HashMap<String, String>();
        for (var rendition : manifest.made().renditions()) {
            var thing = world.things().get("out/" + rendition.key());
            texts.put(rendition.name() + rendition.format(), thing == null ? "" : thing.text());
        }
        return texts;
    }

    /// What a single attempt makes of an upload.
    private Map<String, String> made(Thing upload) {
        var world = World.EMPTY.with(Letter.PLACE, upload);
        var replies = new HashMap<String, Reply>();
        var letter = Letter.upload(upload.etag(), null);
        while (player.play(new Part(letter, 1, Map.copyOf(replies), false)) instanceof Move.Calls(var requests)) {
            for (var request : requests) {
                var answered = world.answer(request);
                world = answered.world();
                replies.put(request.id(), answered.reply());
            }
        }
        return texts(world, (Manifest) known(world).orElseThrow());
    }

    private static Optional<Known> known(World world) {
        var thing = world.things().get(MANIFEST);
        return thing == null
                ? Optional.empty()
                : Known.read(MemorySegment.ofArray(thing.text().getBytes(UTF_8)));
    }
}
