package renditions.histories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import renditions.local.EmbeddedS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 and the processes in which histories happen, one after the other. Used by one thread.
final class Reality implements AutoCloseable {
    static final String UPLOADS = "uploads";
    static final String RENDITIONS = "renditions";

    /// How many processes work at once.
    static final int HOSTS = 2;

    /// The widths of the renditions, by their names.
    static final Map<String, Integer> WIDTHS = Map.of("s", 12, "m", 24, "l", 36);

    private static final String SET = """
            [{"name": "s", "width": 12, "formats": ["png"]},
             {"name": "m", "width": 24, "formats": ["png"]},
             {"name": "l", "width": 36, "formats": ["png"]}]""";

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final Counts counts = new Counts();
    private final Setup setup;
    private final List<Host> hosts;

    Reality(Setup setup) throws IOException {
        this.setup = setup;
        s3.createBucket(UPLOADS);
        s3.createBucket(RENDITIONS);
        var folder = Files.createDirectories(Path.of("target", "runtime"));
        var output = folder.resolve("histories-" + setup.name() + ".log");
        Files.deleteIfExists(output);
        hosts = Stream.generate(() -> new Host(s3.endpoint(), settings(setup), output, counts))
                .limit(HOSTS)
                .toList();
    }

    private static Map<String, String> settings(Setup setup) {
        var settings = new HashMap<>(setup.variables());
        settings.put("PATH", System.getenv("PATH"));
        settings.put("LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""));
        settings.put("RENDITIONS_BUCKET", RENDITIONS);
        settings.put("RENDITIONS", SET);
        return settings;
    }

    Setup setup() {
        return setup;
    }

    List<Host> hosts() {
        return hosts;
    }

    Counts counts() {
        return counts;
    }

    /// What lies in the bucket of renditions, and what must.
    Comparison comparison() {
        return new Comparison(new Bucket(client, RENDITIONS), setup);
    }

    /// Somebody uploads something, or removes what is there.
    void happens(Step.Change change) {
        var bytes = change.content().bytes();
        if (bytes == null) {
            client.deleteObject(it -> it.bucket(UPLOADS).key(change.key()));
        } else {
            client.putObject(it -> it.bucket(UPLOADS).key(change.key()), RequestBody.fromBytes(bytes));
        }
    }

    @Override
    public void close() {
        hosts.forEach(Host::close);
        client.close();
        s3.close();
    }
}
