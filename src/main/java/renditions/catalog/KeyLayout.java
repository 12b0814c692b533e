package renditions.catalog;

import java.util.List;
import java.util.stream.Stream;
import renditions.image.Format;
import renditions.store.ObjectId;

/// Where renditions, manifests and quarantine reports go. The source's key stays whole in each of theirs, so that
/// manifests list in the order of the uploads and two uploads never share a key. The prefixes end with `/`, and none
/// begins with another.
public sealed interface KeyLayout {
    /// The bucket of renditions, manifests and quarantine reports.
    String bucket();

    /// What every rendition's key begins with.
    String renditions();

    /// What every manifest's key begins with.
    String manifests();

    /// What every quarantine report's key begins with.
    String quarantine();

    /// Where a rendition goes.
    ///
    /// @param content stands for what it is made from and how, see [#content]
    ObjectId rendition(ObjectId source, String content, String name, Format format);

    /// `<prefix><source key>/<name>.<extension>`: the address of a rendition never changes. It may for a moment be
    /// newer than the manifest.
    record Stable(String bucket, String renditions, String manifests, String quarantine) implements KeyLayout {
        public Stable {
            check(renditions, manifests, quarantine);
        }

        @Override
        public ObjectId rendition(ObjectId source, String content, String name, Format format) {
            return new ObjectId(bucket, renditions + source.key() + "/" + name + "." + format.extension());
        }
    }

    /// `<prefix><source key>/<content>/<name>.<extension>`: what lies at an address never changes, and the manifest
    /// switches a whole set at once. The sets of earlier contents stay for a while.
    record Versioned(String bucket, String renditions, String manifests, String quarantine) implements KeyLayout {
        public Versioned {
            check(renditions, manifests, quarantine);
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

    /// `<prefix><source key>/<etag>.json`: each content of an upload has a report of its own.
    ///
    /// @param etag of the content, quotes optional
    default ObjectId report(ObjectId source, String etag) {
        return new ObjectId(bucket(), quarantine() + source.key() + "/" + EntityTag.bare(etag) + ".json");
    }

    /// Whether this is an object that the function itself wrote: making renditions of it would never end.
    default boolean isOurs(ObjectId object) {
        return object.bucket().equals(bucket())
                && Stream.of(renditions(), manifests(), quarantine()).anyMatch(object.key()::startsWith);
    }

    /// Whether S3 takes the keys of an upload's manifest and all its renditions.
    default boolean fits(ObjectId source, RenditionSet set) {
        return Stream.concat(Stream.of(manifest(source)), renditions(source, content("", "", ""), set))
                .allMatch(ObjectId::fits);
    }

    private static void check(String... prefixes) {
        for (var prefix : prefixes) {
            if (!prefix.endsWith("/")) {
                throw new IllegalArgumentException("a prefix ends with '/', not '" + prefix + "'");
            }
            if (Stream.of(prefixes).filter(other -> overlap(prefix, other)).count() > 1) { // with itself
                throw new IllegalArgumentException("'" + prefix + "' overlaps another of " + List.of(prefixes));
            }
        }
    }

    /// Whether a key can begin with both.
    static boolean overlap(String prefix, String other) {
        return prefix.startsWith(other) || other.startsWith(prefix);
    }
}
