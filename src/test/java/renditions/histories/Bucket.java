package renditions.histories;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Reads a bucket.
record Bucket(S3Client client, String name) {
    /// An object.
    ///
    /// @param etag without quotes
    /// @param metadata the user's
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(byte[] bytes, String etag, Map<String, String> metadata) {}

    Optional<Found> find(String key) {
        try {
            var object = client.getObjectAsBytes(it -> it.bucket(name).key(key));
            var facts = object.response();
            return Optional.of(
                    new Found(object.asByteArrayUnsafe(), facts.eTag().replace("\"", ""), facts.metadata()));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /// The keys that begin so.
    List<String> keys(String prefix) {
        return client.listObjectsV2Paginator(it -> it.bucket(name).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
