package renditions.histories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import renditions.histories.Bucket.Found;
import renditions.histories.Setup.Layout;
import renditions.testing.ImageFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares the bucket of renditions with what must lie there: an independent reading of the README and of
/// `docs/manifest.md`. What is wrong is said in sentences for people.
record Comparison(Bucket bucket, Setup setup) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MANIFESTS = "manifests/";
    private static final String FOLDER = "renditions/";
    private static final String REPORTS = "quarantine/";

    /// At any time: whoever follows a manifest finds what it names, where the layout promises that.
    List<String> now(Collection<String> uploads) {
        return switch (setup.layout()) {
            case STABLE -> List.of();
            case VERSIONED ->
                uploads.stream()
                        .flatMap(key -> manifest(key).flatMap(this::flaw).stream())
                        .toList();
        };
    }

    /// When all messages are acknowledged or dead: manifest and renditions are those of what is there now, and the
    /// only dead letters are about keys where something corrupt is. In quarantine that has a report instead,
    /// and what was made before is whole or gone.
    ///
    /// @param newest for each upload the message about the last change
    /// @param dead the dead letters
    List<String> atTheEnd(String history, Map<String, QueuedMessage> newest, List<QueuedMessage> dead) {
        var flaws = new ArrayList<>(now(newest.keySet()));
        newest.forEach((key, message) -> flaw(key, message, dead).ifPresent(flaw -> flaws.add(key + ": " + flaw)));
        Stream.of(MANIFESTS, FOLDER)
                .flatMap(prefix -> bucket.keys(prefix + history + "/").stream())
                .filter(key -> newest.keySet().stream().noneMatch(upload -> isOf(upload, key)))
                .forEach(key -> flaws.add("nobody asked for " + key));
        return flaws;
    }

    private static boolean isOf(String upload, String key) {
        return key.equals(MANIFESTS + upload) || key.startsWith(FOLDER + upload + "/");
    }

    private Optional<String> flaw(String key, QueuedMessage message, List<QueuedMessage> dead) {
        var about = dead.stream()
                .filter(letter -> letter.change().key().equals(key))
                .toList();
        var content = message.change().content();
        return switch (content) {
            case RED, GREEN, BLUE -> alive(about).or(() -> of(key, content));
            case NONE -> alive(about).or(() -> gone(key));
            case CORRUPT -> setup.quarantine() ? alive(about).or(() -> reported(key)) : dead(about, message);
        };
    }

    private static Optional<String> dead(List<QueuedMessage> dead, QueuedMessage message) {
        return dead.stream().anyMatch(letter -> letter.number() == message.number())
                ? Optional.empty()
                : Optional.of("the message about something corrupt is acknowledged");
    }

    private static Optional<String> alive(List<QueuedMessage> dead) {
        return dead.isEmpty() ? Optional.empty() : Optional.of("there are dead letters " + dead);
    }

    private Optional<String> gone(String key) {
        return bucket.find(MANIFESTS + key).isEmpty() || manifest(key).isPresent()
                ? Optional.of("it is removed, and there is no tombstone")
                : nothing(key);
    }

    /// There are no renditions, where the layout does not keep them.
    private Optional<String> nothing(String key) {
        return setup.layout() == Layout.STABLE
                        && !bucket.keys(FOLDER + key + "/").isEmpty()
                ? Optional.of("there are renditions without a manifest")
                : Optional.empty();
    }

    private Optional<String> reported(String key) {
        var reports = bucket.keys(REPORTS + key + "/");
        if (reports.stream().noneMatch(report -> Content.CORRUPT.hasETag(tag(report)))) {
            return Optional.of("it is corrupt, and there are only the reports " + reports);
        }
        return manifest(key)
                .map(manifest -> flaw(manifest).or(() -> beyond(key, manifest)))
                .orElseGet(() -> nothing(key));
    }

    /// The ETag in the key of a report.
    private static String tag(String report) {
        return report.substring(report.lastIndexOf('/') + 1, report.lastIndexOf(".json"));
    }

    private Optional<String> of(String key, Content content) {
        var manifest = manifest(key).orElse(null);
        if (manifest == null) {
            return Optional.of("there is no manifest");
        }
        if (content(manifest).filter(content::equals).isEmpty()) {
            return Optional.of("it is " + content + ", and the manifest is of other content: " + manifest);
        }
        return flaw(manifest).or(() -> beyond(key, manifest));
    }

    /// What lies there and is not named, where the layout does not allow that.
    private Optional<String> beyond(String key, JsonNode manifest) {
        var there = new HashSet<>(bucket.keys(FOLDER + key + "/"));
        var named = named(manifest);
        return switch (setup.layout()) {
            case STABLE ->
                there.equals(named)
                        ? Optional.empty()
                        : Optional.of("the manifest names " + named + ", and there is " + there);
            case VERSIONED -> Optional.empty();
        };
    }

    /// What is wrong with what a manifest names.
    private Optional<String> flaw(JsonNode manifest) {
        var content = content(manifest).orElse(null);
        if (content == null) {
            return Optional.of("the manifest is of nothing that was uploaded: " + manifest);
        }
        var names = new HashSet<String>();
        for (var rendition : manifest.path("renditions")) {
            var flaw = bucket.find(text(rendition, "key"))
                    .map(found -> flaw(rendition, found, content))
                    .orElse(Optional.of("it is missing"));
            if (flaw.isPresent()) {
                return flaw.map(words -> words + ": " + rendition + " of " + content);
            }
            names.add(text(rendition, "name"));
        }
        return names.equals(Reality.WIDTHS.keySet())
                ? Optional.empty()
                : Optional.of("the manifest names only " + names + ": " + manifest);
    }

    private static Optional<String> flaw(JsonNode rendition, Found found, Content content) {
        var width = Reality.WIDTHS.get(text(rendition, "name"));
        var sha256 = text(rendition, "sha256");
        if (!content.isShownBy(found.bytes())) {
            return Optional.of("it shows another picture");
        }
        if (width == null || ImageFiles.read(found.bytes()).getWidth() != width) {
            return Optional.of("it has another width");
        }
        return found.etag().equals(text(rendition, "etag"))
                        && found.bytes().length == rendition.path("bytes").asInt(-1)
                        && sha256(found.bytes()).equals(sha256)
                        && sha256.equals(found.metadata().get("sha256"))
                ? Optional.empty()
                : Optional.of("it is not what the manifest says");
    }

    /// What a manifest was made from.
    private static Optional<Content> content(JsonNode manifest) {
        var etag = text(manifest.path("source"), "etag");
        return Content.PICTURES.stream()
                .filter(content -> content.hasETag(etag))
                .findFirst();
    }

    private static Set<String> named(JsonNode manifest) {
        var keys = new HashSet<String>();
        manifest.path("renditions").forEach(rendition -> keys.add(text(rendition, "key")));
        return keys;
    }

    /// The manifest of an upload; empty if there is none, or a tombstone.
    private Optional<JsonNode> manifest(String upload) {
        return bucket.find(MANIFESTS + upload)
                .map(found -> JSON.readTree(new String(found.bytes(), UTF_8)))
                .filter(manifest -> !manifest.has("removed"));
    }

    private static String text(JsonNode from, String field) {
        return from.path(field).asString("");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }
}
