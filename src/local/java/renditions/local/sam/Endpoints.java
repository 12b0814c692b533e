package renditions.local.sam;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/// The addresses of a container of LocalStack.
///
/// @param outside its address for this process
/// @param inside its address for containers: an IP address and no name, because the SDK would put the bucket before
///     a name
/// @param network the network that a container must be connected to; empty for Docker's default network
record Endpoints(URI outside, URI inside, Optional<String> network) {
    private static final String DEFAULT = "bridge";
    private static final int PORT = 4566;

    static Endpoints of(InspectContainerResponse container) throws Refused {
        var name = String.valueOf(container.getName()).replaceFirst("^/", "");
        var settings = container.getNetworkSettings();
        var networks = settings.getNetworks();
        var network = networks.containsKey(DEFAULT)
                ? Optional.<String>empty()
                : networks.keySet().stream().filter(Endpoints::connectable).findFirst();
        var inside = networks.get(network.orElse(DEFAULT));
        var address = inside == null ? "" : String.valueOf(inside.getIpAddress());
        if (address.isEmpty()) {
            throw new Refused("The container " + name + " is on no network that another container could join:"
                    + " start it without --network, or on a network of its own.");
        }
        return new Endpoints(outside(name, settings.getPorts()), at(address, PORT), network);
    }

    private static boolean connectable(String network) {
        return !network.equals("host") && !network.equals("none");
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
}
