package renditions.cloud;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// Without Docker: S3 and SQS are in this process.
final class EmbeddedCloudIT extends CloudContract {
    private static Cloud cloud;

    @BeforeAll
    static void start() {
        cloud = EmbeddedCloud.start();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Override
    Cloud cloud() {
        return cloud;
    }
}
