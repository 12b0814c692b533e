package renditions.local.sam;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import renditions.lambda.Wiring;
import renditions.store.S3Clients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 that both this process and containers can reach.
///
/// @param outside its address for this process
/// @param inside its address for containers: an IP address and no name, because the SDK would put the bucket before
///     a name
/// @param network the network that a container must be connected to; empty for Docker's default network
/// @param end runs when it is closed
record LocalStack(URI outside, URI inside, Optional<String> network, Runnable end) implements AutoCloseable {
    /// The last release that needs no token.
    static final String IMAGE = "localstack/localstack:4.14.0";

    /// The credentials for requests. LocalStack takes any, so no real keys are handed to a container.
    static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("test", "test");

    static final Region REGION = Region.EU_WEST_1;

    private static final int PORT = 4566;
    private static final Duration START = Duration.ofMinutes(2);

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
            return of(container.getContainerInfo(), container::stop);
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
            return of(container, () -> {});
        } catch (NotFoundException missing) {
            throw new Refused("There is no container " + name + ": 'docker ps' lists those that run.");
        }
    }

    private static LocalStack of(InspectContainerResponse container, Runnable end) throws Refused {
        var name = String.valueOf(container.getName()).replaceFirst("^/", "");
        var settings = container.getNetworkSettings();
        var networks = settings.getNetworks();
        var network = networks.containsKey("bridge")
                ? Optional.<String>empty()
                : networks.keySet().stream().filter(LocalStack::connectable).findFirst();
        var inside = networks.get(network.orElse("bridge"));
        if (inside == null || String.valueOf(inside.getIpAddress()).isEmpty()) {
            throw new Refused("The container " + name + " is on no network that another container could join:"
                    + " start it without --network, or on a network of its own.");
        }
        return new LocalStack(outside(name, settings.getPorts()), at(address(inside), PORT), network, end);
    }

    private static boolean connectable(String network) {
        return !network.equals("host") && !network.equals("none");
    }

    private static String address(ContainerNetwork network) {
        return String.valueOf(network.getIpAddress());
    }

    private static URI outside(String name, Ports ports) throws Refused {
        var bindings = ports.getBindings().get(ExposedPort.tcp(PORT));
        if (bindings == null || bindings.length == 0) {
            throw new Refused("The container " + name + " publishes no port " + PORT + ": start it with -p " + PORT
                    + ":" + PORT + ".");
        }
        return at(
                DockerClientFactory.instance().dockerHostIpAddress(), Integer.parseInt(bindings[0].getHostPortSpec()));
    }

    private static URI at(String host, int port) {
        return URI.create("http://" + host + ":" + port);
    }

    /// A client for this process.
    ///
    /// @return owned by the caller, who closes it
    S3Client client() {
        return S3Clients.builder(Wiring.connections(), outside)
                .region(REGION)
                .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
                .build();
    }

    /// The variables with which SAM CLI hands the function the keys of this S3, and no others.
    static Map<String, String> session() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", CREDENTIALS.secretAccessKey(),
                "AWS_REGION", REGION.id(),
                "AWS_DEFAULT_REGION", REGION.id());
    }

    @Override
    public void close() {
        end.run();
    }
}
