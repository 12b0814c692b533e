package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/// The address of an object.
///
/// @param bucket its name, not empty
/// @param key its key, not encoded, not empty
/// @param version its version in a versioned bucket; null for the newest
public record ObjectId(String bucket, String key, @Nullable String version) {
    /// The longest key that S3 takes, in bytes of UTF-8.
    public static final int LONGEST_KEY_BYTES = 1024;

    public ObjectId {
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException(
                    "an object has a bucket and a key, not '" + bucket + "' and '" + key + "'");
        }
    }

    /// The newest version of an object.
    public ObjectId(String bucket, String key) {
        this(bucket, key, null);
    }

    /// Whether S3 takes its key.
    public boolean fits() {
        return key.getBytes(UTF_8).length <= LONGEST_KEY_BYTES;
    }

    /// For people: `s3://bucket/key`, with `?versionId=` if there is a version. Keys come from strangers, so
    /// control characters are shown as `?`: no key can begin a new line in a log.
    @Override
    public String toString() {
        var address = "s3://" + bucket + "/" + key + (version == null ? "" : "?versionId=" + version);
        return address.replaceAll("\\p{Cntrl}|\\p{Zl}|\\p{Zp}|\\p{Cf}", "?");
    }
}
