package renditions.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import renditions.local.cloud.UploadedObject;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares a manifest with the objects in S3.
///
/// @param places the keys of renditions and manifests
/// @param stored the objects in S3
record ManifestCheck(Places places, StoredObjects stored) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The fault of an upload's manifest. There is none if the manifest exists, is of this upload, and names
    /// exactly the renditions that exist, with their lengths.
    Optional<String> flaw(UploadedObject upload) {
        try {
            var manifest =
                    JSON.readTree(stored.object(places.manifest(upload.key())).orElse(new byte[0]));
            if (!manifest.path("source").path("etag").asString("").equals(upload.eTag())) {
                return Optional.of("the manifest of " + upload.key() + " is missing or of something else: " + manifest);
            }
            var claimed = claimed(manifest);
            var there = there(upload);
            return claimed.equals(there)
                    ? Optional.empty()
                    : Optional.of(
                            "the manifest of %s claims %s, but there is %s".formatted(upload.key(), claimed, there));
        } catch (JacksonException damaged) {
            return Optional.of("the manifest of " + upload.key() + " is damaged");
        }
    }

    private Map<String, Integer> claimed(JsonNode manifest) {
        var lengths = new HashMap<String, Integer>();
        for (var rendition : manifest.path("renditions")) {
            var path = "/" + places.bucket() + "/" + rendition.path("key").asString("");
            lengths.put(path, rendition.path("bytes").asInt(-1));
        }
        return lengths;
    }

    private Map<String, Integer> there(UploadedObject upload) {
        var lengths = new HashMap<String, Integer>();
        for (var path : places.renditions(upload.key())) {
            stored.object(path).ifPresent(bytes -> lengths.put(path, bytes.length));
        }
        return lengths;
    }
}
