package renditions.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.catalog.KeyLayout;
import renditions.catalog.Made;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.ImageLimits;
import renditions.local.EmbeddedS3;
import renditions.local.LocalAccess;
import renditions.resize.CostModel;
import renditions.resize.JobSettings;
import renditions.resize.JobSettings.CorruptUploads;
import renditions.resize.JobSettings.MissingUploads;
import renditions.resize.Memory;
import renditions.resize.ResizeJob;
import renditions.store.ObjectId;
import renditions.store.S3ObjectStore;
import renditions.testing.MemoryStore;
import renditions.testing.PaperImages;
import renditions.testing.UnkindS3;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The parts of all trials: the embedded S3, an unkind S3 in front of it, lanes, an engine of paper. Safe for use
/// by many threads.
final class Site implements AutoCloseable {
    private static final int UPLOADS_AT_ONCE = 64;
    private static final JobSettings SETTINGS = new JobSettings(
            RenditionSet.parse("[{\"name\": \"small\", \"width\": 320, \"formats\": [\"webp\"]}]"),
            new KeyLayout.Stable("renditions", "renditions/", "manifests/", "quarantine/"),
            ImageLimits.DEFAULT,
            1_000,
            "no-cache",
            MissingUploads.SKIP,
            CorruptUploads.QUARANTINE,
            true);

    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client kind = s3.client();
    private final UnkindS3 unkind = UnkindS3.before(s3.endpoint());
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, UPLOADS_AT_ONCE);
    private final PaperImages images = new PaperImages();
    private final Memory memory = Memory.of(1_000_000_000);

    Site() {
        s3.createBucket("uploads");
        s3.createBucket("renditions");
    }

    UnkindS3 unkind() {
        return unkind;
    }

    /// Uploads a picture of paper.
    void upload(String key, String picture) {
        kind.putObject(request -> request.bucket("uploads").key(key), RequestBody.fromString(picture));
    }

    void remove(String key) {
        kind.deleteObject(request -> request.bucket("uploads").key(key));
    }

    /// What lies at this key of the renditions bucket, as text; empty if nothing does.
    String stored(String key) {
        return content("renditions", key).orElse("");
    }

    private Optional<String> content(String bucket, String key) {
        try {
            return Optional.of(
                    kind.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asUtf8String());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    /// Works on the upload as it is.
    Outcome<Made> work(String key) throws InterruptedException {
        return work(kind, key, 1);
    }

    /// The same for a message that is received again.
    Outcome<Made> workAgain(String key) throws InterruptedException {
        return work(kind, key, 2);
    }

    /// Works on the upload as it is, with calls to the unkind S3. It has a client of its own, because a client has
    /// one budget of retries for all its calls.
    Outcome<Made> workUnkindly(Fault fault, String key, int receives) throws InterruptedException {
        try (var client = LocalAccess.client(unkind.endpoint(), fault.pace())) {
            return work(client, key, receives);
        }
    }

    private Outcome<Made> work(S3Client client, String key, int receives) throws InterruptedException {
        var job = new ResizeJob(
                new S3ObjectStore(client),
                images,
                lanes,
                memory,
                new CostModel(images.profile()),
                SETTINGS,
                InstantSource.system());
        var content = content("uploads", key);
        var etag = content.map(text -> MemoryStore.etag(text.getBytes(UTF_8))).orElse(null);
        var source = new Source(new ObjectId("uploads", key), etag, OptionalLong.empty(), null, receives);
        return content.isPresent() ? job.run(Cancellation.never(), source) : job.remove(Cancellation.never(), source);
    }

    @Override
    public void close() {
        lanes.close();
        unkind.close();
        kind.close();
        s3.close();
    }
}
