package renditions.catalog;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import renditions.image.Format;
import renditions.store.ObjectId;

/// Where renditions and manifests go. The source's key stays whole in each of theirs, so that manifests list in the
/// order of the uploads and two uploads never share a key. Both prefixes end with `/`, and neither begins with the
/// other.
public sealed interface KeyLayout {
    /// The bucket of renditions and manifests.
    String bucket();

    /// What every rendition's key begins with.
    String renditions();

    /// What every manifest's key begins with.
    String manifests();

    /// Where a rendition goes.
    ///
    /// @param content stands for what it is made from and how, see [#content]
    ObjectId rendition(ObjectId source, String content, String name, Format format);

    /// `<prefix><source key>/<name>.<extension>`: the address of a rendition never changes. It may for a moment be
    /// newer than the manifest.
    record Stable(String bucket, String renditions, String manifests) implements KeyLayout {
        public Stable {
            check(renditions, manifests);
        }

        @Override
        public ObjectId rendition(ObjectId source, String content, String name, Format format) {
            return new ObjectId(bucket, renditions + source.key() + "/" + name + "." + format.extension());
        }
    }

    /// `<prefix><source key>/<content>/<name>.<extension>`: what lies at an address never changes, and the manifest
    /// switches a whole set at once. The sets of earlier contents stay.
    record Versioned(String bucket, String renditions, String manifests) implements KeyLayout {
        public Versioned {
            check(renditions, manifests);
        }

        @Override
        public ObjectId rendition(ObjectId source, String content, String name, Format format) {
            var folder = renditions + source.key() + "/" + content;
            return new ObjectId(bucket, folder + "/" + name + "." + format.extension());
        }
    }

    /// Stands for what renditions are made from and how: the same content, settings and engine make the same bytes.
    ///
    /// @param etag of the upload, quotes optional
    /// @param settings digest of the settings
    /// @param engine by name and version
    static String content(String etag, String settings, String engine) {
        return Sha256.nameOf(EntityTag.bare(etag), settings, engine);
    }

    /// Where the renditions of a set go, in its order.
    ///
    /// @param content as for [#rendition]
    default Stream<ObjectId> renditions(ObjectId source, String content, RenditionSet set) {
        return set.specs().stream()
                .flatMap(
                        spec -> spec.formats().stream().map(format -> rendition(source, content, spec.name(), format)));
    }

    /// `<prefix><source key>`
    default ObjectId manifest(ObjectId source) {
        return new ObjectId(bucket(), manifests() + source.key());
    }

    /// Whether this is an object that the function itself wrote: making renditions of it would never end.
    default boolean isOurs(ObjectId object) {
        return object.bucket().equals(bucket())
                && (object.key().startsWith(renditions()) || object.key().startsWith(manifests()));
    }

    /// Whether S3 takes the keys of an upload's manifest and all its renditions.
    default boolean fits(ObjectId source, RenditionSet set) {
        return Stream.concat(Stream.of(manifest(source)), renditions(source, content("", "", ""), set))
                .allMatch(object -> object.key().getBytes(StandardCharsets.UTF_8).length <= ObjectId.LONGEST_KEY_BYTES);
    }

    private static void check(String renditions, String manifests) {
        if (!renditions.endsWith("/") || !manifests.endsWith("/")) {
            throw new IllegalArgumentException("prefixes end with '/', not '" + renditions + "', '" + manifests + "'");
        }
        if (renditions.startsWith(manifests) || manifests.startsWith(renditions)) {
            throw new IllegalArgumentException("'" + renditions + "' and '" + manifests + "' overlap");
        }
    }
}
