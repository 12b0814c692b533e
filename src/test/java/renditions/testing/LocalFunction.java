package renditions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import renditions.batch.BatchListener;
import renditions.batch.Effort;
import renditions.batch.Outcome;
import renditions.catalog.Made;
import renditions.event.Item;
import renditions.event.Upload;
import renditions.image.vips.VipsImages;
import renditions.lambda.RenditionsFunction;
import renditions.lambda.Settings;
import renditions.lambda.Wiring;
import renditions.local.EmbeddedS3;
import renditions.local.cloud.LocalContext;
import renditions.local.cloud.SqsEvents;
import renditions.local.cloud.UploadedObject;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The function with its real engine, against a store that speaks S3's protocol over HTTP.
public final class LocalFunction implements AutoCloseable {
    /// The bucket of uploads.
    public static final String UPLOADS = "uploads";

    /// The bucket of renditions and manifests.
    public static final String RENDITIONS = "renditions";

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final Map<String, Outcome<Made>> outcomes = new ConcurrentHashMap<>();
    private final VipsImages images;
    private final Wiring wiring;
    private final RenditionsFunction function;

    /// @param settings environment variables beside the bucket
    public LocalFunction(Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("RENDITIONS_BUCKET", RENDITIONS);
        environment.put("LIBVIPS", System.getenv().getOrDefault("LIBVIPS", ""));
        var parsed = Settings.of(environment);
        images = VipsImages.load(parsed.libvips(), null);
        wiring = Wiring.of(parsed, client, images, new Listener());
        function = new RenditionsFunction(wiring);
        s3.createBucket(UPLOADS);
        s3.createBucket(RENDITIONS);
    }

    /// Uploads a file.
    ///
    /// @return the upload as its event names it
    public UploadedObject upload(String key, byte[] bytes) {
        var etag = client.putObject(request -> request.bucket(UPLOADS).key(key), RequestBody.fromBytes(bytes))
                .eTag();
        return new UploadedObject(UPLOADS, key, bytes.length, etag.replace("\"", ""));
    }

    /// Hands the function the event of these uploads.
    ///
    /// @return the reply, as text
    public String invoke(List<UploadedObject> uploads) throws IOException {
        return invoke(new SqsEvents("uploads", Instant.EPOCH).batch(uploads));
    }

    /// Hands the function an event.
    ///
    /// @return the reply, as text
    public String invoke(String event) throws IOException {
        outcomes.clear();
        var reply = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(event.getBytes(UTF_8)), reply, new LocalContext(Duration.ofMinutes(5)));
        return reply.toString(UTF_8);
    }

    /// The outcomes of the uploads of the last invocation, by their keys.
    public Map<String, Outcome<Made>> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /// The outcome of this upload of the last invocation.
    public Outcome<Made> outcome(String key) {
        return Objects.requireNonNull(outcomes.get(key), key);
    }

    public S3Client client() {
        return client;
    }

    public EmbeddedS3 s3() {
        return s3;
    }

    public VipsImages images() {
        return images;
    }

    @Override
    public void close() {
        wiring.close();
        client.close();
        s3.close();
    }

    private final class Listener implements BatchListener<Item, Made> {
        @Override
        public void settled(Item item, Outcome<Made> outcome, Effort effort) {
            if (item.entry() instanceof Upload upload) {
                outcomes.put(upload.object().key(), outcome);
            }
        }
    }
}
