package renditions.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.local.cloud.UploadedObject;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// An S3 in a process of its own, on the last core, with HTTP and TLS.
final class S3Process implements AutoCloseable {
    static final String UPLOADS = "uploads";
    static final String RENDITIONS = "renditions";

    private static final Path LOG = Contender.ROOT.resolve("s3.log");
    private static final List<String> KEYS = List.of(
            "-Djavax.net.ssl.keyStore=" + Transport.certificate("s3.p12"), "-Djavax.net.ssl.keyStorePassword=changeit");

    private final Process process;
    private final Map<Transport, URI> endpoints;
    private final S3Client client;

    private S3Process(Process process, URI http, URI tls) {
        this.process = process;
        endpoints = Map.of(Transport.HTTP, http, Transport.TLS, tls);
        client = LocalAccess.client(http);
    }

    /// Starts one and waits until it takes requests.
    static S3Process start() throws IOException {
        var command = new ArrayList<>(List.of("taskset", "-c", Integer.toString(Cores.count() - 1)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(KEYS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Inside.class.getName()));
        var process = new ProcessBuilder(command).redirectError(LOG.toFile()).start();
        var http = process.inputReader().readLine();
        var tls = process.inputReader().readLine();
        if (http == null || tls == null) {
            throw new IOException("the S3 of the benchmark did not start, see " + LOG);
        }
        return new S3Process(process, URI.create(http), URI.create(tls));
    }

    URI endpoint(Transport over) {
        return Objects.requireNonNull(endpoints.get(over));
    }

    /// Puts a picture into the upload bucket.
    ///
    /// @param key one that was not used before, so that no contender finds another's renditions
    /// @throws S3Exception if it was used before
    UploadedObject upload(String key, byte[] bytes) {
        client.putObject(request -> request.bucket(UPLOADS).key(key).ifNoneMatch("*"), RequestBody.fromBytes(bytes));
        return UploadedObject.of(UPLOADS, key, bytes);
    }

    /// Whether there is a rendition of this upload.
    boolean rendered(String key) {
        return !client.listObjectsV2(request -> request.bucket(RENDITIONS).prefix("renditions/" + key + "/"))
                .contents()
                .isEmpty();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }

    /// The main class of the process: an S3 until its standard input ends, which is when the benchmark ends.
    static final class Inside {
        private Inside() {}

        public static void main(String[] none) throws IOException, NoSuchAlgorithmException {
            try (var s3 = EmbeddedS3.start(SSLContext.getDefault())) {
                s3.createBucket(UPLOADS);
                s3.createBucket(RENDITIONS);
                System.out.println(s3.endpoint());
                System.out.println(s3.tlsEndpoint());
                System.in.readAllBytes();
            }
        }
    }
}
