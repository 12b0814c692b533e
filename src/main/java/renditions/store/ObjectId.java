package renditions.store;

import org.jspecify.annotations.Nullable;

/// The address of an object.
///
/// @param bucket its name, not empty
/// @param key the key as it is, not encoded, not empty
/// @param version in a versioned bucket the version, otherwise null: the newest
public record ObjectId(String bucket, String key, @Nullable String version) {
    /// The longest key S3 takes, in bytes of UTF-8.
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

    /// As people write it: `s3://bucket/key`, with `?versionId=` where one is named. Names come from strangers, so
    /// control characters are shown as `?`: no key can begin a line of its own in a log.
    @Override
    public String toString() {
        var address = "s3://" + bucket + "/" + key + (version == null ? "" : "?versionId=" + version);
        return address.replaceAll("\\p{Cntrl}|\\p{Zl}|\\p{Zp}|\\p{Cf}", "?");
    }
}
