package renditions.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 in lower-case hexadecimal digits.
public final class Sha256 {
    private static final int HALF_BYTES = 16;

    private Sha256() {}

    /// The digest of bytes, 64 digits. The buffer is read to its end.
    public static String of(ByteBuffer bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /// A name for what these texts say together, 32 digits: half a digest, which is enough to tell apart what
    /// nobody forges. No text has a line break in it.
    public static String nameOf(String... texts) {
        var all = ByteBuffer.wrap(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest(all), 0, HALF_BYTES);
    }

    private static byte[] digest(ByteBuffer bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }
}
