package renditions.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// What the heads of S3's answers say of objects.
final class S3Facts {
    private S3Facts() {}

    static Looked of(ObjectId object, GetObjectResponse head) {
        return of(object, head.eTag(), head.contentLength(), head.lastModified(), head.versionId(), head.metadata());
    }

    static Looked of(ObjectId object, HeadObjectResponse head) {
        return of(object, head.eTag(), head.contentLength(), head.lastModified(), head.versionId(), head.metadata());
    }

    static Written of(ObjectId object, PutObjectResponse head) {
        return head.eTag() == null
                ? Kind.UNAVAILABLE.of(object, "its answer lacks the ETag of what it stored")
                : new Receipt(head.eTag(), head.versionId());
    }

    private static Looked of(
            ObjectId object,
            @Nullable String etag,
            @Nullable Long length,
            @Nullable Instant modified,
            @Nullable String version,
            Map<String, String> metadata) {
        return etag == null || length == null || modified == null
                ? Kind.UNAVAILABLE.of(object, "its answer lacks the ETag, the length or the time of modification")
                : new ObjectFacts(etag, length, modified, version, lowerCase(metadata));
    }

    /// The names of HTTP's fields have no case.
    private static Map<String, String> lowerCase(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (one, _) -> one));
    }
}
