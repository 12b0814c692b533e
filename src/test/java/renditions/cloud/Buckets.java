package renditions.cloud;

import java.util.List;
import java.util.stream.Stream;
import renditions.testing.PlainPictures;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The buckets of one test.
///
/// @param cloud the cloud of the buckets
/// @param uploads the name of the bucket of uploads
/// @param renditions the name of the bucket of renditions and manifests
record Buckets(Cloud cloud, String uploads, String renditions) {
    void create() {
        cloud.s3().createBucket(it -> it.bucket(uploads));
        cloud.s3().createBucket(it -> it.bucket(renditions));
    }

    void upload(String key, byte[] bytes) {
        put(uploads, key, bytes);
    }

    void put(String bucket, String key, byte[] bytes) {
        cloud.s3().putObject(it -> it.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    /// Deletes a rendition or a manifest.
    void lose(String key) {
        cloud.s3().deleteObject(it -> it.bucket(renditions).key(key));
    }

    void remove(String key) {
        cloud.s3().deleteObject(it -> it.bucket(uploads).key(key));
    }

    /// The current ETag of an upload, without quotation marks.
    String tag(String key) {
        return head(key).eTag().replace("\"", "");
    }

    /// The current length of an upload, in bytes.
    long size(String key) {
        return head(key).contentLength();
    }

    /// The number of the picture that an upload's rendition shows.
    int picture(String key) {
        return PlainPictures.number(object("renditions/" + key + "/s.png"));
    }

    /// The ETag that an upload's manifest names.
    String manifestTag(String key) {
        return JsonMapper.shared()
                .readTree(object("manifests/" + key))
                .at("/source/etag")
                .stringValue()
                .replace("\"", "");
    }

    /// The report of an upload that is quarantined as it is.
    JsonNode report(String key) {
        return JsonMapper.shared().readTree(object("quarantine/" + key + "/" + tag(key) + ".json"));
    }

    /// The keys of all renditions, manifests and reports.
    List<String> keys() {
        return cloud.s3().listObjectsV2Paginator(it -> it.bucket(renditions)).contents().stream()
                .map(it -> it.key())
                .toList();
    }

    /// The keys that exist if exactly these uploads have renditions.
    static List<String> made(Iterable<String> uploads) {
        var keys = Stream.<String>builder();
        uploads.forEach(key -> keys.add("renditions/" + key + "/s.png").add("manifests/" + key));
        return keys.build().toList();
    }

    private HeadObjectResponse head(String key) {
        return cloud.s3().headObject(it -> it.bucket(uploads).key(key));
    }

    private byte[] object(String key) {
        return cloud.s3().getObjectAsBytes(it -> it.bucket(renditions).key(key)).asByteArray();
    }
}
