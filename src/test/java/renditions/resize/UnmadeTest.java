package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.PICTURE;
import static renditions.resize.Desk.SET;
import static renditions.resize.Desk.UPLOAD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Batch;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Reason;
import renditions.batch.Severity;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.ImageProblem.Kind;
import renditions.image.PixelSize;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.MemoryStore;

/// Uploads of which nothing is made, or not everything: faults, too little time, stopped work.
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

    @Test
    void pixels_that_are_not_expected_to_be_done_beside_others_wait_for_their_end() throws Exception {
        assertThat(besideAnother(() -> 1_000_000)).containsExactly("c.jpg NotStarted", "other.jpg Done", "c.jpg Done");
    }

    /// Otherwise it would be forgotten that renditions were stored.
    @Test
    void pixels_do_not_wait_after_a_commit_was_lost() throws Exception {
        var commit = "PUT manifests/a b/c.jpg";
        desk.store().breakAt(commit, new StoreProblem.Changed(MANIFEST));

        assertThat(besideAnother(() -> desk.store().calls().contains(commit) ? 1_000_000 : Long.MAX_VALUE))
                .containsExactly("c.jpg Failed", "other.jpg Done");
    }

    /// Works on two uploads at once, of which the other ends later.
    ///
    /// @param left how much time the first one has
    /// @return the outcomes in the order in which they come
    private List<String> besideAnother(LongSupplier left) throws InterruptedException {
        desk.store().add(UPLOAD, PICTURE);
        var other = new ObjectId("in", "other.jpg");
        desk.store().add(other, "60x40".getBytes(UTF_8));
        var otherRuns = new CountDownLatch(1);
        var putBack = new CountDownLatch(1);
        desk.store().holdAt("PUT manifests/other.jpg", putBack);
        var order = Collections.synchronizedList(new ArrayList<String>());
        var job = desk.job(SET);
        Work<Source, Made> work = (cancellation, source) -> {
            boolean isOther = source.object().equals(other);
            if (isOther) {
                otherRuns.countDown();
            } else {
                otherRuns.await();
            }
            var outcome = job.run(isOther ? cancellation : limited(cancellation, left), source);
            order.add((isOther ? "other.jpg " : "c.jpg ") + outcome.getClass().getSimpleName());
            putBack.countDown();
            return outcome;
        };
        var sources = List.of(new Source(UPLOAD, MemoryStore.etag(PICTURE)), new Source(other, null));

        Batch.of(sources, work).run(desk.lanes(), ample());
        return order;
    }

    private Deadline ample() {
        long in = desk.lanes().clock().nanoTime() + TimeUnit.MINUTES.toNanos(5);
        return new Deadline(in, in);
    }

    private static Cancellation limited(Cancellation cancellation, LongSupplier left) {
        var limited = new CancellationSource(left);
        cancellation.onCancel(limited::cancel);
        return limited;
    }

    @Test
    void pixels_of_an_upload_that_is_alone_are_begun_whatever_is_expected() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var shortly = new CancellationSource(() -> 1_000_000);

        var outcome = desk.job(SET).run(shortly, new Source(UPLOAD, MemoryStore.etag(PICTURE)));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_encoding_that_cannot_be_stopped_is_not_begun_without_time() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var avif = RenditionSet.parse("[{\"name\": \"a\", \"width\": 1200, \"formats\": [\"webp\", \"avif\"]}]");
        var running = new CancellationSource(() -> 1_000_000);

        var outcome = desk.job(avif).run(running, new Source(UPLOAD, MemoryStore.etag(PICTURE)));

        assertThat(outcome).isEqualTo(new Outcome.NotFinished<>(new Reason.Unstoppable("avif")));
        assertThat(desk.store().list("out")).containsOnlyKeys("renditions/a b/c.jpg/a.webp");
    }

    @Test
    void an_encoding_that_was_not_begun_because_of_bad_experience_is_begun_the_next_time() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var avif = RenditionSet.parse("[{\"name\": \"a\", \"width\": 1200, \"formats\": [\"avif\"]}]");
        var costs = new CostModel(desk.images().profile());
        var size = new PixelSize(1200, 800);
        IntStream.range(0, 100).forEach(_ -> costs.encoded(Format.AVIF, size, TimeUnit.HOURS.toNanos(1)));
        var job = desk.job(avif, costs);
        var minute = new CancellationSource(() -> TimeUnit.MINUTES.toNanos(1));
        var source = new Source(UPLOAD, MemoryStore.etag(PICTURE));

        assertThat(job.run(minute, source)).isEqualTo(new Outcome.NotFinished<>(new Reason.Unstoppable("avif")));

        assertThat(job.run(minute, source)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void cancelled_work_is_not_finished_and_writes_nothing() throws Exception {
        desk.store().add(UPLOAD, PICTURE);
        var cancelled = new CancellationSource();
        cancelled.cancel();

        var outcome = desk.job(SET).run(cancelled, new Source(UPLOAD, MemoryStore.etag(PICTURE)));

        assertThat(outcome).isInstanceOf(Outcome.NotFinished.class);
        assertThat(desk.store().list("out")).isEmpty();
    }

    @Test
    void a_webp_encoding_that_is_not_stopped_soon_is_not_begun_without_time() throws Exception {
        desk.store().add(UPLOAD, "6000x4001".getBytes(UTF_8));
        var webp = RenditionSet.parse("""
                [{"name": "a", "width": 6000, "formats": ["jpeg", "webp"]},
                 {"name": "b", "width": 5999, "formats": ["webp"]}]""");
        var running = new CancellationSource(() -> 1_000_000);

        var outcome = desk.job(webp).run(running, new Source(UPLOAD, MemoryStore.etag("6000x4001".getBytes(UTF_8))));

        assertThat(outcome).isEqualTo(new Outcome.NotFinished<>(new Reason.Unstoppable("webp")));
        assertThat(desk.store().list("out"))
                .containsOnlyKeys("renditions/a b/c.jpg/a.jpg", "renditions/a b/c.jpg/b.webp");
    }
}
