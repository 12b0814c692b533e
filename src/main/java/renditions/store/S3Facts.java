package renditions.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import renditions.store.StoreProblem.Kind;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

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

    static Listed of(ObjectId place, ListObjectsV2Response answer) {
        if (answer.contents().isEmpty() && answer.isTruncated()) {
            return Kind.UNAVAILABLE.of(place, "its answer is an empty page and not the last one");
        }
        return new Page(answer.contents().stream().map(S3Facts::entry).toList(), answer.isTruncated());
    }

    /// HTTP's fields have whole seconds; so that both can be compared, so does this.
    private static Page.Entry entry(S3Object object) {
        var modified = object.lastModified().truncatedTo(ChronoUnit.SECONDS);
        return new Page.Entry(object.key(), object.eTag(), object.size(), modified);
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
