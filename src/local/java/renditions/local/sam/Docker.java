package renditions.local.sam;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/// The Docker engine of this machine.
///
/// @param client belongs to Testcontainers, which closes it
record Docker(DockerClient client) {
    private static final String MISSING =
            "Docker does not answer: start it, or install it (for example Docker Desktop, or 'apt-get install docker.io').";

    /// The engine, if it answers.
    static Docker running() throws Refused {
        if (!available()) {
            throw new Refused(MISSING);
        }
        return new Docker(DockerClientFactory.instance().client());
    }

    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /// The architecture that containers run on, in Lambda's words: `x86_64` or `arm64`.
    String architecture() {
        var name = String.valueOf(client.infoCmd().exec().getArchitecture());
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "x86_64";
    }

    /// Pulls an image if it is not on this machine; an existing one is not renewed.
    ///
    /// @param progress shows the progress
    void need(String image, PrintStream progress) throws Refused, InterruptedException {
        try {
            client.inspectImageCmd(image).exec();
        } catch (NotFoundException missing) {
            pull(image, progress);
        }
    }

    private void pull(String image, PrintStream progress) throws Refused, InterruptedException {
        progress.println("pulling " + image);
        try {
            client.pullImageCmd(image).exec(new Pulling(image, progress)).awaitCompletion();
        } catch (DockerException problem) {
            throw new Refused("The image " + image + " is not on this machine and cannot be pulled ("
                    + String.valueOf(problem.getMessage()).strip().replaceAll("\\s+", " ")
                    + "): check the network, or load the image with 'docker load'.");
        }
    }

    /// Shows a line for every 50 MB. Called by one thread only.
    private static final class Pulling extends PullImageResultCallback {
        private static final long STEP = 50_000_000;

        private final Map<String, Long> layers = new HashMap<>();
        private final String image;
        private final PrintStream progress;
        private long said;

        Pulling(String image, PrintStream progress) {
            this.image = image;
            this.progress = progress;
        }

        @Override
        public void onNext(PullResponseItem item) {
            super.onNext(item);
            var detail = item.getProgressDetail();
            if ("Downloading".equals(item.getStatus()) && detail != null && detail.getCurrent() != null) {
                layers.put(String.valueOf(item.getId()), detail.getCurrent());
            }
            long steps = layers.values().stream().mapToLong(Long::longValue).sum() / STEP;
            if (steps > said) {
                said = steps;
                progress.println("pulling " + image + ": " + steps * STEP / 1_000_000 + " MB");
            }
        }
    }
}
