package renditions.catalog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.json.Json;
import renditions.store.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of manifests and tombstones: for each part how it is written, and below it how it is read.
final class ManifestJson {
    private static final int VERSION = 2;

    private static final Pattern NAME = Pattern.compile(".+");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private ManifestJson() {}

    static ObjectNode write(Known known) {
        var root = Json.object();
        root.put("version", VERSION);
        root.put("revision", known.revision());
        switch (known) {
            case Manifest manifest -> write(root, manifest);
            case Tombstone tombstone -> {
                root.put("removed", true);
                writeSequencer(root, tombstone.sequencer());
            }
        }
        return root;
    }

    /// @throws JacksonException if a field is missing or of the wrong type
    /// @throws IllegalArgumentException if a value is out of its range
    static Known read(JsonNode root) {
        if (root.required("version").intValue() != VERSION) {
            throw new IllegalArgumentException("another version of manifests");
        }
        long revision = revision(root);
        return root.has("removed") ? tombstone(root, revision) : manifest(root, revision);
    }

    private static Tombstone tombstone(JsonNode root, long revision) {
        if (!root.required("removed").booleanValue()) {
            throw new IllegalArgumentException("it is not removed, and has no renditions");
        }
        return new Tombstone(revision, sequencer(root));
    }

    /// One that has a next.
    private static long revision(JsonNode from) {
        long revision = from.required("revision").longValue();
        if (revision == Long.MAX_VALUE) {
            throw new IllegalArgumentException("no revision comes after " + revision);
        }
        return revision;
    }

    private static void write(ObjectNode root, Manifest manifest) {
        write(root.putObject("source"), manifest.origin(), manifest.made());
        root.put("settings", manifest.settings());
        root.put("engine", manifest.engine());
        write(root.putObject("placeholder"), manifest.made().placeholder());
        var renditions = root.putArray("renditions");
        manifest.made().renditions().forEach(rendition -> write(renditions.addObject(), rendition));
        var srcset = root.putObject("srcset");
        manifest.srcset().forEach((format, addresses) -> srcset.put(format.id(), addresses));
    }

    private static Manifest manifest(JsonNode root, long revision) {
        var source = root.required("source");
        var renditions = root.required("renditions")
                .asArray()
                .valueStream()
                .map(ManifestJson::rendition)
                .toList();
        if (renditions.isEmpty()) {
            throw new IllegalArgumentException("there are no renditions");
        }
        var srcset = new EnumMap<Format, String>(Format.class);
        root.required("srcset")
                .asObject()
                .forEachEntry((id, _) ->
                        Format.of(id).ifPresent(format -> srcset.put(format, text(root.required("srcset"), id))));
        return new Manifest(
                origin(source),
                text(root, "settings"),
                text(root, "engine"),
                new Made(format(source), size(source), placeholder(root.required("placeholder")), renditions),
                srcset,
                revision);
    }

    private static void write(ObjectNode into, Origin origin, Made made) {
        into.put("bucket", origin.object().bucket());
        into.put("key", origin.object().key());
        if (origin.object().version() != null) {
            into.put("version", origin.object().version());
        }
        into.put("etag", origin.etag());
        writeSequencer(into, origin.sequencer());
        into.put("lastModified", origin.modified().toString());
        write(into, made.format());
        write(into, made.size());
    }

    private static Origin origin(JsonNode from) {
        var object = new ObjectId(text(from, "bucket"), text(from, "key"), optional(from, "version"));
        return new Origin(object, text(from, "etag"), sequencer(from), time(text(from, "lastModified")));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static void writeSequencer(ObjectNode into, @Nullable String sequencer) {
        if (sequencer != null) {
            into.put("sequencer", sequencer);
        }
    }

    private static @Nullable String sequencer(JsonNode from) {
        var sequencer = optional(from, "sequencer");
        if (sequencer != null && !Order.orders(sequencer)) {
            throw new IllegalArgumentException("the sequencer is no hexadecimal number");
        }
        return sequencer;
    }

    private static void write(ObjectNode into, Placeholder placeholder) {
        into.put("thumbHash", placeholder.thumbHash());
        into.put("colour", placeholder.colour());
    }

    private static Placeholder placeholder(JsonNode from) {
        return new Placeholder(text(from, "thumbHash"), text(from, "colour"));
    }

    private static void write(ObjectNode into, Rendition rendition) {
        into.put("name", rendition.name());
        write(into, rendition.format());
        into.put("key", rendition.key());
        write(into, rendition.size());
        into.put("bytes", rendition.bytes());
        into.put("sha256", rendition.sha256());
        into.put("etag", rendition.etag());
    }

    private static Rendition rendition(JsonNode from) {
        return new Rendition(
                matching(from, "name", NAME),
                format(from),
                text(from, "key"),
                size(from),
                from.required("bytes").longValue(),
                matching(from, "sha256", SHA_256),
                text(from, "etag"));
    }

    private static void write(ObjectNode into, Format format) {
        into.put("format", format.id());
    }

    private static Format format(JsonNode from) {
        return Format.of(text(from, "format")).orElseThrow(IllegalArgumentException::new);
    }

    private static void write(ObjectNode into, PixelSize size) {
        into.put("width", size.width());
        into.put("height", size.height());
    }

    private static PixelSize size(JsonNode from) {
        return new PixelSize(
                from.required("width").intValue(), from.required("height").intValue());
    }

    private static String text(JsonNode from, String field) {
        var value = from.required(field);
        if (!value.isString()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value.stringValue();
    }

    private static String matching(JsonNode from, String field, Pattern pattern) {
        var text = text(from, field);
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(field + " is not like " + pattern);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode from, String field) {
        return from.has(field) ? text(from, field) : null;
    }
}
