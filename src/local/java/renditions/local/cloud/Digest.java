package renditions.local.cloud;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digests that S3 and SQS put into their messages; not for security.
final class Digest {
    private Digest() {}

    static byte[] md5(byte[] bytes) {
        return of("MD5", bytes);
    }

    static byte[] sha256(byte[] bytes) {
        return of("SHA-256", bytes);
    }

    private static byte[] of(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }
}
