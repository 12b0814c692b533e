package renditions.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;

/// With Docker: the notifications are LocalStack's own, and so is what the queue does. Without Docker it is skipped,
/// unless `REQUIRE_DOCKER=1` is set: then that is a failure.
final class LocalStackIT extends CloudContract {
    private static @Nullable Cloud cloud;

    @BeforeAll
    static void start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            var skipped = "LocalStackIT is skipped: there is no Docker; REQUIRE_DOCKER=1 makes that a failure";
            assertThat(System.getenv("REQUIRE_DOCKER"))
                    .as("REQUIRE_DOCKER is 1, and there is no Docker")
                    .isNotEqualTo("1");
            System.out.println(skipped);
            assumeTrue(false, skipped);
        }
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
