package renditions.catalog;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import renditions.image.Format;
import renditions.store.ObjectId;

/// The keys of renditions and manifests. Each contains the whole key of its upload, so manifests list in the order
/// of the uploads, and two uploads never share a key.
///
/// @param bucket the bucket of renditions and manifests
/// @param renditions the prefix of every rendition's key, ends with `/`
/// @param manifests the prefix of every manifest's key, ends with `/`; neither prefix begins with the other
public record KeyLayout(String bucket, String renditions, String manifests) {
    public KeyLayout {
        if (!renditions.endsWith("/") || !manifests.endsWith("/")) {
            throw new IllegalArgumentException("prefixes end with '/', not '" + renditions + "', '" + manifests + "'");
        }
        if (renditions.startsWith(manifests) || manifests.startsWith(renditions)) {
            throw new IllegalArgumentException("'" + renditions + "' and '" + manifests + "' overlap");
        }
    }

    /// `<prefix><source key>/<name>.<extension>`
    public ObjectId rendition(ObjectId source, String name, Format format) {
        return new ObjectId(bucket, renditions + source.key() + "/" + name + "." + format.extension());
    }

    /// `<prefix><source key>`
    public ObjectId manifest(ObjectId source) {
        return new ObjectId(bucket, manifests + source.key());
    }

    /// Whether this object is one that the function itself writes. Renditions of it would lead to an endless loop.
    public boolean isOurs(ObjectId object) {
        return object.bucket().equals(bucket)
                && (object.key().startsWith(renditions) || object.key().startsWith(manifests));
    }

    /// Whether the keys of an upload's manifest and of all its renditions are short enough for S3.
    public boolean fits(ObjectId source, RenditionSet set) {
        var keys = set.specs().stream()
                .flatMap(spec -> spec.formats().stream().map(format -> rendition(source, spec.name(), format)));
        return Stream.concat(Stream.of(manifest(source)), keys)
                .allMatch(object -> object.key().getBytes(StandardCharsets.UTF_8).length <= ObjectId.LONGEST_KEY_BYTES);
    }
}
