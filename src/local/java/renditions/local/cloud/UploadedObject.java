package renditions.local.cloud;

import java.util.HexFormat;

/// An object as the event of its upload describes it.
///
/// @param key its key, not encoded
/// @param size in bytes
/// @param eTag without quotation marks
public record UploadedObject(String bucket, String key, long size, String eTag) {
    /// The object that these bytes become when they are put under `key` in one part.
    public static UploadedObject of(String bucket, String key, byte[] bytes) {
        return new UploadedObject(bucket, key, bytes.length, eTag(bytes));
    }

    /// The ETag that S3 gives an object that was put in one part: the MD5 of its bytes in lower-case hexadecimal.
    public static String eTag(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.md5(bytes));
    }
}
