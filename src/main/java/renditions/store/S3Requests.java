package renditions.store;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// The port's calls as requests of the SDK.
final class S3Requests {
    private S3Requests() {}

    static GetObjectRequest get(ObjectId object, @Nullable String etag) {
        return GetObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version())
                .ifMatch(etag == null ? null : quoted(etag))
                .checksumMode(ChecksumMode.ENABLED)
                .build();
    }

    static PutObjectRequest put(ObjectId object, Labels labels, Condition condition) {
        return PutObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .contentType(labels.contentType())
                .cacheControl(labels.cacheControl())
                .metadata(labels.metadata())
                .ifNoneMatch(condition instanceof Condition.IfAbsent ? "*" : null)
                .ifMatch(condition instanceof Condition.IfMatch(var etag) ? quoted(etag) : null)
                .build();
    }

    static HeadObjectRequest head(ObjectId object) {
        return HeadObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version())
                .build();
    }

    static DeleteObjectRequest delete(ObjectId object) {
        return DeleteObjectRequest.builder()
                .bucket(object.bucket())
                .key(object.key())
                .versionId(object.version())
                .build();
    }

    /// Encoded, because XML cannot hold every character that a key can hold; the SDK decodes the answer.
    static ListObjectsV2Request list(String bucket, String prefix, String after) {
        return ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(after.isEmpty() ? null : after)
                .encodingType(EncodingType.URL)
                .build();
    }

    // The store quotes ETags; events do not.
    private static String quoted(String etag) {
        return etag.startsWith("\"") || etag.startsWith("W/") ? etag : '"' + etag + '"';
    }
}
