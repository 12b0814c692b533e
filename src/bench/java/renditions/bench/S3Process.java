package renditions.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import renditions.local.EmbeddedS3;
import renditions.local.Upload;
import renditions.local.UploadedObject;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// An S3 in a process of its own, on the last core.
final class S3Process implements AutoCloseable {
    static final String UPLOADS = "uploads";
    static final String RENDITIONS = "renditions";

    private final Process process;
    private final URI endpoint;
    private final S3Client client;

    private S3Process(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        client = EmbeddedS3.client(endpoint);
    }

    /// Starts one and waits until it takes requests.
    static S3Process start() throws IOException {
        var command = new ArrayList<>(List.of("taskset", "-c", Integer.toString(Cores.count() - 1)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Inside.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var line = process.inputReader().readLine();
        if (line == null) {
            throw new IOException("the S3 of the benchmark did not start");
        }
        return new S3Process(process, URI.create(line));
    }

    URI endpoint() {
        return endpoint;
    }

    /// Puts a picture where uploads go.
    UploadedObject upload(String key, byte[] bytes) {
        client.putObject(request -> request.bucket(UPLOADS).key(key), RequestBody.fromBytes(bytes));
        return UploadedObject.of(UPLOADS, key, new Upload(key, bytes));
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

    /// What the process runs: an S3 until its input ends, which is when the benchmark does.
    static final class Inside {
        private Inside() {}

        public static void main(String[] none) throws IOException {
            try (var s3 = EmbeddedS3.start()) {
                s3.createBucket(UPLOADS);
                s3.createBucket(RENDITIONS);
                System.out.println(s3.endpoint());
                System.in.readAllBytes();
            }
        }
    }
}
