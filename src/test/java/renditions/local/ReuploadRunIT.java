package renditions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renditions.catalog.Known;
import renditions.catalog.Made;
import renditions.catalog.Manifest;
import renditions.local.cloud.LocalQueue;
import renditions.local.cloud.UploadedObject;
import renditions.local.report.RunPicture;
import renditions.local.scene.Scene;
import renditions.store.ObjectId;
import renditions.testing.ImageFiles;
import renditions.testing.Likeness;
import renditions.testing.Pixels;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// What lies in S3 after an upload was replaced, seen as pictures.
final class ReuploadRunIT {
    private static final ObjectId UPLOAD = new ObjectId(WriteUploads.BUCKET, "inbox/tree.jpg");
    private static final ObjectId OTHER = new ObjectId(WriteUploads.BUCKET, "inbox/other tree.jpg");
    private static final BufferedImage IN_SUMMER = Scene.TREE_IN_SUMMER.picture();
    private static final BufferedImage IN_AUTUMN = Scene.TREE_IN_AUTUMN.picture();
    private static final Path SUMMER = Path.of("events", SixthUpload.FOLDER, SixthUpload.FIRST);
    private static final Path AUTUMN = Path.of("events", SixthUpload.FOLDER, SixthUpload.SECOND);

    private final LocalQueue queue = LocalQueue.starting(WriteUploads.BUCKET, LocalLambda.TIMEOUT, 1);
    private final LocalLambda lambda = new LocalLambda(Map.of(
            "LIBVIPS",
            System.getenv().getOrDefault("LIBVIPS", ""),
            "RENDITIONS",
            "[{\"name\":\"a\",\"width\":96,\"formats\":[\"jpeg\",\"png\"]},"
                    + "{\"name\":\"b\",\"width\":64,\"formats\":[\"jpeg\"]}]"));
    private final S3Client s3 = lambda.s3().client();

    @BeforeEach
    void announce() throws InterruptedException {
        new QueueRun(lambda, queue).announce();
    }

    @AfterEach
    void close() {
        s3.close();
        lambda.close();
        queue.close();
    }

    @Test
    void the_renditions_are_pictures_of_what_came_last() throws Exception {
        assertThat(renditions(UPLOAD, SUMMER, AUTUMN)).hasSize(3).allSatisfy(picture -> {
            assertThat(distance(picture, IN_AUTUMN)).isLessThan(8);
            assertThat(distance(picture, IN_SUMMER)).isGreaterThan(16);
        });
        assertThat(renditions(OTHER, AUTUMN, SUMMER)).hasSize(3).allSatisfy(picture -> {
            assertThat(distance(picture, IN_SUMMER)).isLessThan(8);
            assertThat(distance(picture, IN_AUTUMN)).isGreaterThan(16);
        });
    }

    @Test
    void what_is_stale_would_be_named() throws Exception {
        renditions(UPLOAD, SUMMER, AUTUMN);
        var made = made();
        assertThat(stale(AUTUMN, made)).isEmpty();
        assertThat(stale(SUMMER, made)).containsExactly("the manifest");

        var covered = made.renditions().get(1).key();
        s3.putObject(it -> it.bucket("renditions").key(covered), RequestBody.fromString("of another content"));
        assertThat(stale(AUTUMN, made)).containsExactly("a as png");
    }

    private List<RunPicture> renditions(ObjectId upload, Path first, Path second) throws Exception {
        var replacement = new ReuploadRun(lambda, queue).of(new Reupload(upload, first, second));
        return replacement.second().orElseThrow().item().renditions();
    }

    private static double distance(RunPicture picture, BufferedImage scene) {
        return Likeness.between(ImageFiles.read(picture.bytes()), Pixels.scaled(scene, picture.size()))
                .mean();
    }

    private Made made() {
        var bytes = s3.getObjectAsBytes(it -> it.bucket("renditions").key("manifests/" + UPLOAD.key()));
        var known = Known.read(MemorySegment.ofArray(bytes.asByteArray()));
        return ((Manifest) known.orElseThrow()).made();
    }

    private List<String> stale(Path newest, Made made) throws Exception {
        return lambda.aftermath().stale(UPLOAD, UploadedObject.eTag(Files.readAllBytes(newest)), made);
    }
}
