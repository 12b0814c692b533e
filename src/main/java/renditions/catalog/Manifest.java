package renditions.catalog;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import renditions.json.Json;
import renditions.store.Labels;
import renditions.store.ObjectId;
import tools.jackson.core.JacksonException;

/// The list of an upload's renditions, stored as JSON when all of them are durable. It is the commit: a reader who
/// goes by the manifests sees all renditions of an upload or none. `docs/manifest.md` describes the JSON.
///
/// @param source the upload that they were made from, with its version if the event named one
/// @param etag of that upload, without quotes
/// @param settings digest of the settings that they were made with
/// @param engine name and version of the engine that made them
/// @param made the upload's format and size, and the renditions
public record Manifest(ObjectId source, String etag, String settings, String engine, Made made) {
    /// The most bytes of a manifest. The largest one needs less: 20 renditions in 3 formats, with keys of 1,024
    /// bytes that are all escaped.
    public static final long MAX_BYTES = 1 << 20;

    /// The headers that manifests are stored with.
    public static final Labels LABELS = new Labels("application/json", "no-cache");

    /// @param etag quotes optional
    public Manifest {
        etag = bare(etag);
    }

    /// Whether this manifest says that the renditions of this upload exist. False if the upload's ETag is unknown.
    ///
    /// @param wanted digest of the settings that they must have been made with
    public boolean covers(Source upload, String wanted) {
        return upload.etag() != null
                && etag.equals(bare(upload.etag()))
                && source.bucket().equals(upload.object().bucket())
                && settings.equals(wanted);
    }

    /// Reads what [#write] wrote. Unknown fields are ignored.
    ///
    /// @return empty for anything else: no JSON, a field that is missing or of the wrong type
    public static Optional<Manifest> read(MemorySegment bytes) {
        try {
            return Optional.of(ManifestJson.read(Json.read(bytes.toArray(ValueLayout.JAVA_BYTE))));
        } catch (JacksonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// The manifest as it is stored.
    public MemorySegment write() {
        return MemorySegment.ofArray(Json.write(ManifestJson.write(this)));
    }

    private static String bare(String etag) {
        return etag.replace("\"", "");
    }
}
