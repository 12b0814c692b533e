package renditions.local;

import java.util.HexFormat;

/// A file to be uploaded: its name and its bytes.
///
/// @param bytes not copied, never changed
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Upload(String name, byte[] bytes) {
    /// The ETag that S3 gives an object that was put in one part: the MD5 of its bytes in lower-case hexadecimal.
    public String eTag() {
        return HexFormat.of().formatHex(Digest.md5(bytes));
    }
}
