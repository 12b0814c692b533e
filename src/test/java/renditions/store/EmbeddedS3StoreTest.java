package renditions.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import renditions.local.EmbeddedS3;
import software.amazon.awssdk.services.s3.S3Client;

/// The embedded S3, over HTTP, is a store.
final class EmbeddedS3StoreTest extends StoreContract {
    private static EmbeddedS3 server;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        server = EmbeddedS3.start();
        s3 = server.client();
        S3Buckets.create(s3);
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @Override
    ObjectStore store(String bucket) {
        return new S3ObjectStore(s3);
    }
}
