package renditions.local.sam;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.PrintStream;
import java.time.Duration;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import renditions.local.LocalAccess;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 that both this process and containers can reach.
///
/// @param endpoints its addresses
/// @param end runs when it is closed
record LocalStack(Endpoints endpoints, Runnable end) implements AutoCloseable {
    /// The last release that needs no token.
    static final String IMAGE = "localstack/localstack:4.14.0";

    /// How long its start may take.
    static final Duration START = Duration.ofMinutes(2);

    /// Starts a LocalStack, which [#close()] removes.
    static LocalStack started(Docker docker, PrintStream progress) throws Refused, InterruptedException {
        docker.need(IMAGE, progress);
        progress.println("starting " + IMAGE);
        var container = new LocalStackContainer(DockerImageName.parse(IMAGE))
                .withServices("s3")
                .withEnv("EAGER_SERVICE_LOADING", "1")
                .withStartupTimeout(START);
        try {
            container.start();
            return new LocalStack(Endpoints.of(container.getContainerInfo()), container::stop);
        } catch (ContainerLaunchException problem) {
            container.stop();
            throw new Refused("LocalStack does not start: " + problem.getMessage() + "; 'docker run --rm " + IMAGE
                    + "' shows what it says.");
        }
    }

    /// A LocalStack that runs already, which [#close()] leaves running.
    ///
    /// @param name the name or id of its container
    static LocalStack running(Docker docker, String name) throws Refused {
        try {
            var container = docker.client().inspectContainerCmd(name).exec();
            if (!Boolean.TRUE.equals(container.getState().getRunning())) {
                throw new Refused("The container " + name + " does not run: 'docker start " + name + "' starts it.");
            }
            return new LocalStack(Endpoints.of(container), () -> {});
        } catch (NotFoundException missing) {
            throw new Refused("There is no container " + name + ": 'docker ps' lists those that run.");
        }
    }

    /// A client for this process.
    ///
    /// @return owned by the caller, who closes it
    S3Client client() {
        return LocalAccess.client(endpoints.outside());
    }

    @Override
    public void close() {
        end.run();
    }
}
