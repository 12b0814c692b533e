package renditions.cloud;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import renditions.testing.NeedsDocker;

/// With Docker: the notifications and the queue are LocalStack's.
@NeedsDocker
@ResourceLock(value = NeedsDocker.LOCALSTACK, mode = ResourceAccessMode.READ)
final class LocalStackIT extends CloudContract {
    private static @Nullable Cloud cloud;

    @BeforeAll
    static void start() {
        cloud = LocalStackCloud.start();
    }

    @AfterAll
    static void stop() {
        if (cloud != null) {
            cloud.close();
        }
    }

    @Override
    Cloud cloud() {
        return Objects.requireNonNull(cloud);
    }
}
