package renditions.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.local.cloud.UploadedObject;
import renditions.testing.UnkindS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// A function in a process of its own, an S3 that it reaches through a gate, and the judge. A process that has
/// ended is replaced at the next invocation, as on Lambda. Used by one thread.
final class Trial implements AutoCloseable {
    /// The bucket of uploads.
    static final String UPLOADS = "uploads";

    /// The places of renditions and manifests.
    static final Places PLACES =
            new Places("renditions", List.of("small.webp", "small.jpg", "large.jpg", "large.avif"));

    /// The rendition set that makes those of [#PLACES]. The last encoding cannot be stopped.
    private static final String SET = """
            [{"name": "small", "width": 320, "formats": ["webp", "jpeg"]},
             {"name": "large", "width": 1600, "formats": ["jpeg", "avif"]}]""";

    private static final Duration RESERVE = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofMillis(250);

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final UnkindS3 gate = UnkindS3.before(s3.endpoint());
    private final Judge judge = new Judge(PLACES, this::object, RESERVE, GRACE);
    private final LateWrites lateWrites = new LateWrites(PLACES);
    private final Class<?> handler;
    private final Map<String, String> variables;
    private final Path output;
    private @Nullable Environment environment;

    /// The verdict on an invocation.
    ///
    /// @param acknowledged the ids of the messages that Lambda deletes; none if there was no answer
    /// @param violations promises that it broke, or that an earlier one broke and that were noticed now
    record Verdict(Invocation invocation, List<String> acknowledged, List<Violation> violations) {}

    /// @param handler the handler that is invoked
    /// @param further environment variables beside the usual ones
    Trial(Class<?> handler, Map<String, String> further) {
        this.handler = handler;
        variables = variables();
        variables.putAll(further);
        output = output(handler);
        s3.createBucket(UPLOADS);
        s3.createBucket(PLACES.bucket());
    }

    private Map<String, String> variables() {
        var all = new HashMap<String, String>();
        all.put("PATH", System.getenv("PATH"));
        all.put("LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""));
        all.putAll(LocalAccess.variables(gate.endpoint()));
        all.put("RENDITIONS_BUCKET", PLACES.bucket());
        all.put("RENDITIONS", SET);
        all.put("MISSING_UPLOADS", "FAIL"); // as all that is hopeless
        all.put("RESERVE_MS", Long.toString(RESERVE.toMillis()));
        all.put("GRACE_MS", Long.toString(GRACE.toMillis()));
        return all;
    }

    /// The way to S3.
    UnkindS3 gate() {
        return gate;
    }

    /// The output of the processes.
    Path output() {
        return output;
    }

    /// Puts an object into the bucket of uploads.
    UploadedObject upload(String key, byte[] bytes) {
        client.putObject(request -> request.bucket(UPLOADS).key(key), RequestBody.fromBytes(bytes));
        return UploadedObject.of(UPLOADS, key, bytes);
    }

    /// Removes an upload and everything that was made of it.
    void forget(UploadedObject upload) {
        delete("/" + UPLOADS + "/" + upload.key());
        PLACES.all(upload.key()).forEach(this::delete);
    }

    /// Invokes the function with messages that are received for the first time, and judges the invocation.
    Verdict invoke(List<Message> batch, Duration timeout) throws InterruptedException {
        return invoke(batch, 1, timeout);
    }

    /// Invokes the function and judges the invocation.
    ///
    /// @param receiveCount how often the messages were received, this time included
    Verdict invoke(List<Message> batch, int receiveCount, Duration timeout) throws InterruptedException {
        var id = UUID.randomUUID().toString();
        var invocation = environment().invoke(id, Message.event(batch, receiveCount), timeout);
        lateWrites.ended(invocation, batch);
        var calls = gate.calls();
        var violations = new ArrayList<>(judge.judge(invocation, batch, calls));
        violations.addAll(lateWrites.look(calls));
        var acknowledged = invocation.status() instanceof InvocationStatus.Answered answered
                ? Reply.read(answered.reply(), batch).acknowledged()
                : List.<String>of();
        return new Verdict(invocation, List.copyOf(acknowledged), violations);
    }

    /// The writes that began since the last invocation ended, which is too late.
    List<Violation> lateWrites() {
        return lateWrites.look(gate.calls());
    }

    /// The process for the next invocation; starts one if there is none.
    FunctionProcess process() throws InterruptedException {
        return environment().process();
    }

    /// Whether there is a process that waits for events or works on one.
    boolean isAlive() {
        return environment != null && environment.isAlive();
    }

    /// Ends the process, so that the next invocation gets a new one.
    void retire() {
        if (environment != null) {
            environment.close();
        }
    }

    private Environment environment() throws InterruptedException {
        if (environment == null || !environment.isAlive()) {
            retire();
            environment = Environment.start(handler.getName(), variables, output);
        }
        return environment;
    }

    private Optional<byte[]> object(String path) {
        try {
            var object = client.getObjectAsBytes(
                    request -> request.bucket(bucket(path)).key(key(path)));
            return Optional.of(object.asByteArrayUnsafe());
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    private void delete(String path) {
        client.deleteObject(request -> request.bucket(bucket(path)).key(key(path)));
    }

    static String bucket(String path) {
        return path.substring(1, path.indexOf('/', 1));
    }

    static String key(String path) {
        return path.substring(path.indexOf('/', 1) + 1);
    }

    private static Path output(Class<?> handler) {
        try {
            var folder = Files.createDirectories(Path.of("target", "runtime"));
            // Two processes of tests run side by side.
            var file = folder.resolve(
                    handler.getSimpleName() + "-" + ProcessHandle.current().pid() + ".log");
            Files.deleteIfExists(file);
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        retire();
        gate.close();
        client.close();
        s3.close();
    }
}
