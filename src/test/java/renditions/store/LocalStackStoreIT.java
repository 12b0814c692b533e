package renditions.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import renditions.local.LocalAccess;
import renditions.testing.NeedsDocker;
import software.amazon.awssdk.services.s3.S3Client;

/// With Docker: LocalStack, whose S3 is written by others, is a store.
@NeedsDocker
@ResourceLock(value = NeedsDocker.LOCALSTACK, mode = ResourceAccessMode.READ)
final class LocalStackStoreIT extends StoreContract {
    private static @Nullable LocalStackContainer container;
    private static @Nullable S3Client s3;

    @BeforeAll
    static void start() {
        container = new LocalStackContainer(DockerImageName.parse(NeedsDocker.LOCALSTACK_IMAGE))
                .withServices("s3")
                .withEnv("EAGER_SERVICE_LOADING", "1");
        container.start();
        s3 = LocalAccess.client(container.getEndpoint());
        S3Buckets.create(s3);
    }

    @AfterAll
    static void stop() {
        if (s3 != null) {
            s3.close();
        }
        if (container != null) {
            container.stop();
        }
    }

    /// LocalStack 4.14.0 compares the key with encoded ones, in which every character beyond ASCII begins with a
    /// percent sign; Amazon's S3 does not.
    @Override
    List<String> afterZ() {
        return List.of();
    }

    @Override
    ObjectStore store(String bucket) {
        return new S3ObjectStore(requireNonNull(s3));
    }
}
