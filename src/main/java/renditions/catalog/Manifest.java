package renditions.catalog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import renditions.json.Json;
import renditions.store.Labels;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// The list of an upload's renditions, stored as JSON when all of them are durable. It is the commit: whoever
/// follows manifests sees all renditions of an upload or none.
///
/// @param bucket of the upload they were made from
/// @param etag of that upload, without quotes
/// @param settings digest of the rendition settings they were made with
public record Manifest(String bucket, String etag, String settings) {
    /// No manifest is longer: 20 renditions in 3 formats with keys of 1,024 bytes, each escaped at worst.
    public static final long MAX_BYTES = 1 << 20;

    /// What manifests are stored with.
    public static final Labels LABELS = new Labels("application/json", "no-cache");

    private static final Manifest NONE = new Manifest("", "", "");

    /// Whether it says that the renditions of this upload are there. Never, if the upload's entity tag is unknown.
    ///
    /// @param wanted digest of the settings they must have been made with
    public boolean covers(Source source, String wanted) {
        return source.etag() != null
                && etag.equals(bare(source.etag()))
                && bucket.equals(source.object().bucket())
                && settings.equals(wanted);
    }

    /// Reads what [#write] wrote. Anything else gives a manifest that covers nothing.
    public static Manifest read(MemorySegment bytes) {
        try {
            var root = Json.read(bytes.toArray(ValueLayout.JAVA_BYTE));
            var source = root.path("source");
            return new Manifest(
                    source.path("bucket").asString(""),
                    source.path("etag").asString(""),
                    root.path("settings").asString(""));
        } catch (JacksonException broken) {
            return NONE;
        }
    }

    /// The manifest as it is stored.
    ///
    /// @param etag the upload's, quotes optional
    /// @param settings their digest
    /// @param engine what made them, by name and version
    public static MemorySegment write(Source source, String etag, String settings, String engine, Made made) {
        var root = Json.object();
        var from = root.putObject("source");
        from.put("bucket", source.object().bucket());
        from.put("key", source.object().key());
        if (source.object().version() != null) {
            from.put("version", source.object().version());
        }
        from.put("etag", bare(etag));
        from.put("format", made.format().id());
        from.put("width", made.size().width());
        from.put("height", made.size().height());
        root.put("settings", settings);
        root.put("engine", engine);
        var renditions = root.putArray("renditions");
        made.renditions().forEach(rendition -> write(renditions.addObject(), rendition));
        return MemorySegment.ofArray(Json.write(root));
    }

    private static void write(ObjectNode into, Made.Rendition rendition) {
        into.put("name", rendition.name());
        into.put("format", rendition.format().id());
        into.put("key", rendition.key());
        into.put("width", rendition.size().width());
        into.put("height", rendition.size().height());
        into.put("bytes", rendition.bytes());
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }
}
