package renditions.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import renditions.batch.BatchListener;
import renditions.lambda.Engines;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.ReprocessFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.SqsEvents;
import renditions.local.cloud.UploadedObject;
import renditions.testing.PaperImages;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The functions of a stack at work.
final class AtWork {
    /// The names of the buckets at work, by variable.
    private static final Map<String, String> INVENTED =
            Map.of("UPLOADS_BUCKET", "uploads", "RENDITIONS_BUCKET", "renditions");

    /// The requests by environment: nothing else of a template changes the requests to S3, and names of buckets change
    /// only their places.
    private static final Map<Map<String, String>, Requests> SEEN = new ConcurrentHashMap<>();

    private AtWork() {}

    /// The operations of S3 that a function of the stack requests while it works.
    static Set<String> operations(Stack stack, String function) {
        return requests(stack, function).operations();
    }

    /// The permissions that it needs for them.
    static Stream<Permission> taken(Stack stack, String function) {
        var environment = SettingsRules.environment(stack.properties(function));
        return requests(stack, function).taken().stream().map(permission -> renamed(permission, environment));
    }

    private static Permission renamed(Permission permission, Map<String, String> environment) {
        var resource = permission.resource();
        for (var bucket : INVENTED.entrySet()) {
            resource = resource.replaceFirst(
                    ":::" + bucket.getValue() + "(?=/|$)", ":::" + environment.getOrDefault(bucket.getKey(), ""));
        }
        return new Permission(permission.action(), resource);
    }

    private static Requests requests(Stack stack, String function) {
        var properties = stack.properties(function);
        var handler = FunctionRules.handler(properties);
        var environment = new HashMap<>(SettingsRules.environment(properties));
        INVENTED.forEach(environment::replace);
        return SEEN.computeIfAbsent(environment, _ -> atWork(handler, environment));
    }

    private static Requests atWork(String handler, Map<String, String> environment) {
        if (handler.equals(ReprocessFunction.class.getName())) {
            return TickAtWork.tickComes(environment);
        }
        if (handler.equals(RenditionsFunction.class.getName())) {
            return uploadComes(environment);
        }
        throw new AssertionError("nobody has said what " + handler + " does");
    }

    /// An upload arrives, and its renditions are made. Its message is redelivered, and they are looked at. It is
    /// removed, and they are removed. Another one is corrupt, and another one is removed after an attempt that was
    /// interrupted.
    private static Requests uploadComes(Map<String, String> environment) {
        var requests = new Requests();
        try (var s3 = EmbeddedS3.start();
                var client = watched(s3, requests);
                var wiring = Wiring.of(
                        Settings.of(environment), client, Engines.of(new PaperImages()), new BatchListener<>() {})) {
            var bucket = environment.getOrDefault("UPLOADS_BUCKET", "uploads");
            s3.createBucket(bucket);
            s3.createBucket(environment.getOrDefault("RENDITIONS_BUCKET", ""));
            var upload = upload(s3, bucket, "inbox/a b.jpg", "1200x800");
            var events = new SqsEvents("uploads", Instant.EPOCH);
            var event = events.batch(List.of(upload));
            var function = new RenditionsFunction(wiring);
            handle(function, event);
            handle(function, redelivered(event));
            remove(s3, upload);
            var removed = changed(event, "ObjectCreated:Put", "ObjectRemoved:Delete");
            handle(function, changed(removed, "(sequencer\\W+)00", "$101"));
            handleCorrupt(function, events.batch(List.of(upload(s3, bucket, "inbox/c.jpg", "rubbish"))), environment);
            var interrupted = upload(s3, bucket, "inbox/d.jpg", "1200x800");
            remove(s3, interrupted);
            handle(function, redelivered(events.batch(List.of(interrupted))));
            return requests;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String redelivered(String event) {
        return changed(event, "(ApproximateReceiveCount\\W+)1", "$12");
    }

    private static void remove(EmbeddedS3 s3, UploadedObject upload) {
        try (var owner = s3.client()) {
            owner.deleteObject(request -> request.bucket(upload.bucket()).key(upload.key()));
        }
    }

    private static String changed(String event, String what, String into) {
        var changed = event.replaceAll(what, into);
        if (changed.equals(event)) {
            throw new AssertionError("no " + what + " in " + event);
        }
        return changed;
    }

    private static void handle(RenditionsFunction function, String event) throws IOException {
        if (!acknowledges(function, event)) {
            throw new AssertionError("it was not done: " + event);
        }
    }

    private static void handleCorrupt(RenditionsFunction function, String event, Map<String, String> environment)
            throws IOException {
        boolean quarantined = "quarantine".equals(environment.get("CORRUPT"));
        if (acknowledges(function, event) != quarantined) {
            throw new AssertionError("quarantined: " + quarantined + ", and answered otherwise: " + event);
        }
    }

    private static boolean acknowledges(RenditionsFunction function, String event) throws IOException {
        var reply = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new LocalContext(Duration.ofMinutes(1)));
        return reply.toString(UTF_8).contains("[]");
    }

    static S3Client watched(EmbeddedS3 s3, Requests requests) {
        return S3Client.builder()
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .region(LocalAccess.REGION)
                .credentialsProvider(StaticCredentialsProvider.create(LocalAccess.CREDENTIALS))
                .httpClientBuilder(Apache5HttpClient.builder())
                .overrideConfiguration(it -> it.addExecutionInterceptor(requests))
                .build();
    }

    static UploadedObject upload(EmbeddedS3 s3, String bucket, String key, String picture) {
        var bytes = picture.getBytes(UTF_8);
        try (var client = s3.client()) {
            client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        }
        return UploadedObject.of(bucket, key, bytes);
    }
}
