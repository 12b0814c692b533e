package renditions.catalog;

import renditions.catalog.Made.Rendition;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.json.Json;
import renditions.store.ObjectId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of manifests. For each part, the method that writes it stands above the one that reads it.
final class ManifestJson {
    private ManifestJson() {}

    static ObjectNode write(Manifest manifest) {
        var root = Json.object();
        write(root.putObject("source"), manifest);
        root.put("settings", manifest.settings());
        root.put("engine", manifest.engine());
        var renditions = root.putArray("renditions");
        manifest.made().renditions().forEach(rendition -> write(renditions.addObject(), rendition));
        return root;
    }

    /// @throws JacksonException if a field is missing or of the wrong type
    /// @throws IllegalArgumentException if a value is out of its range
    static Manifest read(JsonNode root) {
        var source = root.required("source");
        var renditions = root.required("renditions").asArray().valueStream().map(ManifestJson::rendition);
        return new Manifest(
                object(source),
                text(source, "etag"),
                text(root, "settings"),
                text(root, "engine"),
                new Made(format(source), size(source), renditions.toList()));
    }

    private static void write(ObjectNode into, Manifest manifest) {
        into.put("bucket", manifest.source().bucket());
        into.put("key", manifest.source().key());
        if (manifest.source().version() != null) {
            into.put("version", manifest.source().version());
        }
        into.put("etag", manifest.etag());
        write(into, manifest.made().format());
        write(into, manifest.made().size());
    }

    private static ObjectId object(JsonNode from) {
        var version = from.has("version") ? text(from, "version") : null;
        return new ObjectId(text(from, "bucket"), text(from, "key"), version);
    }

    private static void write(ObjectNode into, Rendition rendition) {
        into.put("name", rendition.name());
        write(into, rendition.format());
        into.put("key", rendition.key());
        write(into, rendition.size());
        into.put("bytes", rendition.bytes());
    }

    private static Rendition rendition(JsonNode from) {
        return new Rendition(
                text(from, "name"),
                format(from),
                text(from, "key"),
                size(from),
                from.required("bytes").longValue());
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
        return from.required(field).stringValue();
    }
}
