package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.PICTURE;
import static renditions.resize.Desk.SET;
import static renditions.resize.Desk.UPLOAD;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Severity;
import renditions.catalog.Known;
import renditions.catalog.Made;
import renditions.catalog.Made.Rendition;
import renditions.catalog.RenditionSet;
import renditions.catalog.Sha256;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.image.Placeholder;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.MemoryStore;
import renditions.testing.PaperImages;

/// The renditions of an upload, and when they are made again.
class ResizeJobTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_upload_gets_every_rendition_and_then_its_manifest() throws Exception {
        desk.store().add(UPLOAD, PICTURE);

        var outcome = desk.run(SET);

        assertThat(outcome)
                .isEqualTo(new Outcome.Done<>(new Made(
                        Format.JPEG,
                        new PixelSize(1200, 800),
                        Placeholder.of(PaperImages.thumbnail(new PixelSize(320, 213))),
                        List.of(
                                rendition(
                                        "small", Format.WEBP, "small.webp", new PixelSize(320, 213), "320x213 webp 80"),
                                rendition("small", Format.PNG, "small.png", new PixelSize(320, 213), "320x213 png 80"),
                                rendition(
                                        "square",
                                        Format.JPEG,
                                        "square.jpg",
                                        new PixelSize(100, 100),
                                        "100x100 jpeg 60")))));
        assertThat(desk.store().list("out")).hasSize(4);
        assertThat(desk.text("renditions/a b/c.jpg/square.jpg")).isEqualTo("100x100 jpeg 60");
        assertThat(desk.store().labels(new ObjectId("out", "renditions/a b/c.jpg/small.webp")))
                .satisfies(labels -> {
                    assertThat(labels.contentType()).isEqualTo("image/webp");
                    assertThat(labels.cacheControl()).isEqualTo("max-age=1");
                    assertThat(labels.metadata())
                            .containsEntry("sha256", Sha256.of(ByteBuffer.wrap("320x213 webp 80".getBytes(UTF_8))))
                            .containsKey("content");
                });
        assertThat(desk.store().calls()).endsWith("PUT manifests/a b/c.jpg");
        assertThat(desk.text("manifests/a b/c.jpg"))
                .contains("\"bucket\":\"in\"", "\"key\":\"a b/c.jpg\"", "\"engine\":\"paper 1\"", "\"width\":1200")
                .contains(
                        "{\"name\":\"square\",\"format\":\"jpeg\",\"key\":\"renditions/a b/c.jpg/square.jpg\",\"width\":100,\"height\":100,\"bytes\":15,")
                .contains("\"placeholder\":{\"thumbHash\":\"", "\"colour\":\"#ffffff\"}")
                .contains("\"lastModified\":\"2026-01-01T00:00:00Z\"")
                .contains("\"srcset\":{\"png\":\"/renditions/a%20b/c.jpg/small.png 320w\"");
    }

    @Test
    void an_event_that_is_delivered_twice_is_skipped_without_a_download() throws Exception {
        var upload = desk.upload("1200x800");
        desk.run(upload);

        assertThat(desk.callsOf(upload)).containsExactly("GET manifests/a b/c.jpg");
        assertThat(desk.run(upload)).isEqualTo(new Outcome.Skipped<>("its renditions are up to date"));
    }

    @Test
    void other_settings_or_other_content_are_made_again() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.run(SET);
        var other = RenditionSet.parse("[{\"name\": \"tiny\", \"width\": 32, \"formats\": [\"webp\"]}]");

        assertThat(desk.run(other)).isInstanceOf(Outcome.Done.class);
        desk.store().add(UPLOAD, "600x600".getBytes(UTF_8));
        assertThat(desk.run(other)).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text("manifests/a b/c.jpg"))
                .contains("\"width\":600", "tiny")
                .doesNotContain("small");
    }

    @Test
    void the_same_key_in_another_bucket_is_another_upload() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.run(SET);
        var other = desk.store().add(new ObjectId("elsewhere", UPLOAD.key()), PICTURE);

        assertThat(desk.job(SET).run(Cancellation.never(), new Source(other, MemoryStore.etag(PICTURE))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_manifest_that_is_no_manifest_is_replaced() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.store().add(MANIFEST, "{not JSON".getBytes(UTF_8));

        assertThat(desk.run(SET)).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text(MANIFEST.key())).startsWith("{\"version\":2,\"revision\":1,\"source\"");
    }

    @Test
    void a_manifest_of_another_key_is_replaced() throws Exception {
        var upload = desk.upload("1200x800");
        desk.run(upload);
        var copied = desk.text(MANIFEST.key()).replace("\"key\":\"" + UPLOAD.key() + "\"", "\"key\":\"other.jpg\"");
        desk.store().add(MANIFEST, copied.getBytes(UTF_8));

        assertThat(desk.run(upload)).isInstanceOf(Outcome.Done.class);
        assertThat(desk.text(MANIFEST.key())).isNotEqualTo(copied).contains("\"key\":\"" + UPLOAD.key() + "\"");
    }

    @Test
    void what_is_too_long_for_a_manifest_is_replaced_if_it_is_still_there() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.store().add(MANIFEST, new byte[(int) Known.MAX_BYTES + 1]);

        assertThat(desk.run(SET)).isInstanceOf(Outcome.Done.class);
        assertThat(desk.store().calls()).startsWith("GET " + MANIFEST.key(), "HEAD " + MANIFEST.key());
        assertThat(desk.text(MANIFEST.key())).startsWith("{\"version\":2,\"revision\":1,");
    }

    @Test
    void an_upload_that_was_replaced_meanwhile_is_superseded() throws Exception {
        desk.store().add(UPLOAD, PICTURE);

        var outcome = desk.job(SET).run(Cancellation.never(), new Source(UPLOAD, "another"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).startsWith("superseded"));
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void an_event_that_names_no_content_is_about_what_is_there() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.run(SET);

        assertThat(desk.job(SET).run(Cancellation.never(), new Source(UPLOAD, null)))
                .isInstanceOf(Outcome.Skipped.class);
        desk.store().add(UPLOAD, "600x600".getBytes(UTF_8));
        assertThat(desk.job(SET).run(Cancellation.never(), new Source(UPLOAD, null)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void our_own_objects_are_never_uploads() throws Exception {
        for (var key : List.of("renditions/x.jpg/small.webp", "manifests/x.jpg", "quarantine/x.jpg/e.json")) {
            var outcome = desk.job(SET).run(Cancellation.never(), new Source(new ObjectId("out", key), null));
            assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
        }
        assertThat(desk.store().calls()).isEmpty();
    }

    @Test
    void a_commit_that_was_lost_to_newer_content_ends_with_its_renditions() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var uploading = new CountDownLatch(1);
        desk.store().holdAt("PUT renditions/a b/c.jpg/square.jpg", uploading);
        var old = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));
        Awaitility.await().until(() -> desk.store().calls().contains("PUT renditions/a b/c.jpg/square.jpg"));
        desk.store().add(UPLOAD, "60x40".getBytes(UTF_8));
        var newer = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));
        Awaitility.await()
                .until(() -> desk.store().calls().stream()
                                .filter("PUT renditions/a b/c.jpg/square.jpg"::equals)
                                .count()
                        == 2);

        uploading.countDown();

        assertThat(List.of(Lanes.await(old), Lanes.await(newer))).allMatch(Outcome.Done.class::isInstance);
        assertThat(desk.text(MANIFEST.key())).contains("\"source\":{", "\"width\":60,\"height\":40}");
        assertThat(desk.text("renditions/a b/c.jpg/square.jpg")).isEqualTo("40x40 jpeg 60");
        assertThat(desk.text("renditions/a b/c.jpg/small.webp")).isEqualTo("60x40 webp 80");
    }

    @Test
    void two_attempts_at_once_commit_once() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.store().breakAt("PUT " + MANIFEST.key(), new StoreProblem.Changed(MANIFEST));

        var problem = Desk.problem(desk.run(SET));

        assertThat(problem.code()).isEqualTo("LOST_COMMIT");
        assertThat(problem.severity()).isEqualTo(Severity.RETRYABLE);
    }

    private static Rendition rendition(String name, Format format, String file, PixelSize size, String text) {
        var bytes = text.getBytes(UTF_8);
        return new Rendition(
                name,
                format,
                "renditions/a b/c.jpg/" + file,
                size,
                bytes.length,
                Sha256.of(ByteBuffer.wrap(bytes)),
                MemoryStore.etag(bytes));
    }
}
