package renditions.local;

/// An object as the event of its upload describes it.
///
/// @param key its key, not encoded
/// @param size in bytes
/// @param eTag without quotation marks
public record UploadedObject(String bucket, String key, long size, String eTag) {
    /// The object that `upload` becomes under `key`.
    public static UploadedObject of(String bucket, String key, Upload upload) {
        return new UploadedObject(bucket, key, upload.bytes().length, upload.eTag());
    }
}
