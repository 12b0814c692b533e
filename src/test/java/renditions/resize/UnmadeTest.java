package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.PICTURE;
import static renditions.resize.Desk.SET;
import static renditions.resize.Desk.UPLOAD;

import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Severity;
import renditions.catalog.Source;
import renditions.image.ImageProblem.Kind;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.MemoryStore;

/// Uploads of which nothing is made, or not everything, because something is wrong.
class UnmadeTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_key_that_leaves_no_room_for_its_renditions_keys_is_a_permanent_problem() throws Exception {
        var longest = new ObjectId("in", "é".repeat(502));

        var problem = Desk.problem(desk.job(SET).run(Cancellation.never(), new Source(longest, null)));

        assertThat(problem.code()).isEqualTo("KEY_TOO_LONG");
        assertThat(problem.severity()).isEqualTo(Severity.PERMANENT);
        assertThat(desk.store().calls()).isEmpty();
    }

    @Test
    void a_vanished_upload_is_skipped_as_gone() throws Exception {
        assertThat(desk.run(SET))
                .isEqualTo(new Outcome.Skipped<>("gone: it was deleted before its renditions were made"));
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void a_vanished_upload_is_a_permanent_problem_where_the_settings_say_so() throws Exception {
        desk.failMissing();

        var problem = Desk.problem(desk.run(SET));

        assertThat(problem)
                .isEqualTo(
                        Problem.of("MISSING", "there is no object s3://in/a b/c.jpg (any more)", Severity.PERMANENT));
    }

    @Test
    void a_vanished_upload_fails_at_each_receive_after_its_renditions_are_seen_to() throws Exception {
        desk.failMissing();
        var second = Desk.redelivered(desk.upload("1200x800"));
        desk.removeUpload();
        desk.store().add(new ObjectId("out", "renditions/a b/c.jpg/small.png"), new byte[1]);

        assertThat(Desk.problem(desk.run(second)).code()).isEqualTo("MISSING");
        assertThat(Desk.problem(desk.run(Desk.redelivered(second))).code()).isEqualTo("MISSING");
        assertThat(desk.store().list("out")).containsOnlyKeys(MANIFEST.key());
    }

    @Test
    void denied_access_to_the_manifest_is_critical_and_nothing_is_downloaded() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.store().breakAt("GET " + MANIFEST.key(), StoreProblem.Kind.DENIED.of(MANIFEST, "s3:GetObject"));

        assertThat(Desk.problem(desk.run(SET)).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(desk.store().calls()).hasSize(1);
    }

    @Test
    void a_damaged_picture_is_a_permanent_problem_and_leaves_nothing() throws Exception {
        desk.store().add(UPLOAD, "rubbish".getBytes(UTF_8));
        assertThat(Desk.problem(desk.run(SET)).code()).isEqualTo("CORRUPT");

        desk.store().add(UPLOAD, PICTURE);
        desk.images().breakDecoding(Kind.CORRUPT.because("cut off"));
        assertThat(Desk.problem(desk.run(SET)))
                .isEqualTo(Problem.of("CORRUPT", "the picture is damaged: cut off", Severity.PERMANENT));
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void too_many_bytes_or_pixels_are_refused() throws Exception {
        desk.store().add(UPLOAD, "9000x9000".getBytes(UTF_8));
        assertThat(Desk.problem(desk.run(SET)).message()).contains("81,000,000 (9000x9000)", "limit is 30,000,000");

        desk.store().add(UPLOAD, new byte[101]);
        assertThat(Desk.problem(desk.run(SET)).message()).contains("101 bytes", "limit is 100");
    }

    @Test
    void an_event_cannot_raise_the_limit() throws Exception {
        desk.store().add(UPLOAD, new byte[101]);
        var etag = MemoryStore.etag(new byte[101]);

        assertThat(Desk.problem(desk.run(new Source(UPLOAD, etag, OptionalLong.of(1_000), null, 1)))
                        .message())
                .contains("101 bytes", "limit is 100");
    }

    /// The size is of the content at that time, and only an entity tag says that it is still there.
    @Test
    void the_size_in_an_event_without_entity_tag_is_no_limit() throws Exception {
        desk.store().add(UPLOAD, PICTURE);

        assertThat(desk.run(new Source(UPLOAD, null, OptionalLong.of(1), null, 1)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_picture_without_a_thumbnail_leaves_nothing() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.images().breakThumbnails(Kind.ENGINE.because("out of memory"));

        assertThat(Desk.problem(desk.run(SET)))
                .isEqualTo(Problem.of("ENGINE", "the image engine failed: out of memory", Severity.RETRYABLE));
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void a_rendition_that_cannot_be_encoded_leaves_no_manifest() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.images().breakPng(Kind.ENGINE.because("out of memory"));

        assertThat(Desk.problem(desk.run(SET)))
                .isEqualTo(Problem.of("ENGINE", "the image engine failed: out of memory", Severity.RETRYABLE));
        assertThat(desk.store().calls()).doesNotContain("PUT manifests/a b/c.jpg");
    }

    @Test
    void a_rendition_that_cannot_be_stored_leaves_no_manifest() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var place = new ObjectId("out", "renditions/a b/c.jpg/small.png");
        desk.store().breakAt("PUT " + place.key(), StoreProblem.Kind.UNAVAILABLE.of(place, "slow down"));

        assertThat(Desk.problem(desk.run(SET)).severity()).isEqualTo(Severity.RETRYABLE);
        assertThat(desk.store().calls()).doesNotContain("PUT manifests/a b/c.jpg");
    }

    @Test
    void an_error_in_the_engine_reaches_the_batch_when_nothing_uses_the_picture_any_more() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var error = new OutOfMemoryError("for the test");
        desk.images().throwAtPng(error);

        assertThatThrownBy(() -> desk.run(SET)).isSameAs(error);
        assertThat(desk.store().calls()).doesNotContain("PUT manifests/a b/c.jpg");
    }

    @Test
    void a_failed_item_ends_only_when_the_uploads_it_began_have_ended() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        desk.images().throwAtPng(new OutOfMemoryError("for the test"));
        var uploading = new CountDownLatch(1);
        desk.store().holdAt("PUT renditions/a b/c.jpg/small.webp", uploading);

        var item = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));
        Awaitility.await().until(() -> desk.store().calls().contains("PUT renditions/a b/c.jpg/small.webp"));

        assertThatThrownBy(() -> item.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        uploading.countDown();
        assertThatThrownBy(() -> Lanes.await(item)).isInstanceOf(OutOfMemoryError.class);
    }
}
