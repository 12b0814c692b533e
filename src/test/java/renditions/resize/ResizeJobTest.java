package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Lanes;
import renditions.batch.NanoClock;
import renditions.batch.Outcome;
import renditions.batch.Problem;
import renditions.batch.Problem.Severity;
import renditions.image.Format;
import renditions.image.ImageLimits;
import renditions.image.ImageProblem;
import renditions.image.PixelSize;
import renditions.resize.Made.Rendition;
import renditions.store.Labels;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.MemoryStore;
import renditions.testing.PaperImages;

class ResizeJobTest {
    private static final RenditionSet SET = RenditionSet.parse("""
            [{"name": "small", "width": 320, "formats": ["webp", "png"]},
             {"name": "square", "width": 100, "height": 100, "fit": "cover", "formats": ["jpeg"], "quality": 60}]
            """);
    private static final KeyLayout LAYOUT = new KeyLayout("out", "renditions/", "manifests/");
    private static final ObjectId UPLOAD = new ObjectId("in", "a b/c.jpg");
    private static final ObjectId MANIFEST = new ObjectId("out", "manifests/a b/c.jpg");
    private static final long MEMORY = 300 << 20;
    private static final byte[] PICTURE = "1200x800".getBytes(UTF_8);

    private final MemoryStore store = new MemoryStore();
    private final PaperImages images = new PaperImages();
    private final Memory memory = Memory.of(MEMORY);
    private final Lanes lanes = new Lanes(NanoClock.system(), 2, 4);

    @AfterEach
    void everythingIsClosed() {
        assertThat(images.open()).isZero();
        lanes.close();
    }

    @Test
    void an_upload_gets_every_rendition_and_then_its_manifest() throws Exception {
        store.add(UPLOAD, PICTURE);

        var outcome = run(SET);

        assertThat(outcome)
                .isEqualTo(new Outcome.Done<>(new Made(
                        Format.JPEG,
                        new PixelSize(1200, 800),
                        List.of(
                                new Rendition(
                                        "small",
                                        Format.WEBP,
                                        "renditions/a b/c.jpg/small.webp",
                                        new PixelSize(320, 213),
                                        15),
                                new Rendition(
                                        "small",
                                        Format.PNG,
                                        "renditions/a b/c.jpg/small.png",
                                        new PixelSize(320, 213),
                                        14),
                                new Rendition(
                                        "square",
                                        Format.JPEG,
                                        "renditions/a b/c.jpg/square.jpg",
                                        new PixelSize(100, 100),
                                        15)))));
        assertThat(store.list("out")).hasSize(4);
        assertThat(text("renditions/a b/c.jpg/square.jpg")).isEqualTo("100x100 jpeg 60");
        assertThat(store.labels(new ObjectId("out", "renditions/a b/c.jpg/small.webp")))
                .isEqualTo(new Labels("image/webp", "max-age=1"));
        assertThat(store.calls()).endsWith("PUT manifests/a b/c.jpg");
        assertThat(text("manifests/a b/c.jpg"))
                .contains("\"bucket\":\"in\"", "\"key\":\"a b/c.jpg\"", "\"engine\":\"paper 1\"", "\"width\":1200")
                .contains(
                        "{\"name\":\"square\",\"format\":\"jpeg\",\"key\":\"renditions/a b/c.jpg/square.jpg\",\"width\":100,\"height\":100,\"bytes\":15}");
    }

    @Test
    void an_upload_that_comes_again_is_skipped_without_a_download() throws Exception {
        store.add(UPLOAD, PICTURE);
        run(SET);
        int before = store.calls().size();

        assertThat(run(SET)).isEqualTo(new Outcome.Skipped<>("its renditions are up to date"));
        assertThat(store.calls().subList(before, store.calls().size())).containsExactly("GET manifests/a b/c.jpg");
    }

    @Test
    void other_settings_or_other_content_are_made_again() throws Exception {
        store.add(UPLOAD, PICTURE);
        run(SET);
        var other = RenditionSet.parse("[{\"name\": \"tiny\", \"width\": 32, \"formats\": [\"webp\"]}]");

        assertThat(run(other)).isInstanceOf(Outcome.Done.class);
        store.add(UPLOAD, "600x600".getBytes(UTF_8));
        assertThat(run(other)).isInstanceOf(Outcome.Done.class);
        assertThat(text("manifests/a b/c.jpg"))
                .contains("\"width\":600", "tiny")
                .doesNotContain("small");
    }

    @Test
    void the_same_key_in_another_bucket_is_another_upload() throws Exception {
        store.add(UPLOAD, PICTURE);
        run(SET);
        var other = store.add(new ObjectId("elsewhere", UPLOAD.key()), PICTURE);

        assertThat(job(SET).run(Cancellation.never(), new Source(other, MemoryStore.etag(PICTURE))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_manifest_that_is_no_manifest_is_replaced() throws Exception {
        store.add(UPLOAD, PICTURE);
        store.add(MANIFEST, "{not JSON".getBytes(UTF_8));

        assertThat(run(SET)).isInstanceOf(Outcome.Done.class);
        assertThat(text(MANIFEST.key())).startsWith("{\"source\"");
    }

    @Test
    void an_upload_that_was_replaced_meanwhile_is_superseded() throws Exception {
        store.add(UPLOAD, PICTURE);

        var outcome = job(SET).run(Cancellation.never(), new Source(UPLOAD, "another"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).startsWith("superseded"));
        assertThat(store.list("out")).isEmpty();
    }

    @Test
    void an_event_without_entity_tag_is_always_worked_on() throws Exception {
        store.add(UPLOAD, PICTURE);
        run(SET);

        assertThat(job(SET).run(Cancellation.never(), new Source(UPLOAD, null))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void our_own_objects_are_never_uploads() throws Exception {
        for (var key : List.of("renditions/x.jpg/small.webp", "manifests/x.jpg")) {
            var outcome = job(SET).run(Cancellation.never(), new Source(new ObjectId("out", key), null));
            assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
        }
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void a_key_that_leaves_no_room_for_its_renditions_keys_is_a_permanent_problem() throws Exception {
        var longest = new ObjectId("in", "é".repeat(502));

        var problem = problem(job(SET).run(Cancellation.never(), new Source(longest, null)));

        assertThat(problem.code()).isEqualTo("KEY_TOO_LONG");
        assertThat(problem.retryable()).isFalse();
        assertThat(store.calls()).isEmpty();
    }

    @Test
    void a_vanished_upload_is_a_permanent_problem() throws Exception {
        var problem = problem(run(SET));

        assertThat(problem)
                .isEqualTo(
                        Problem.of("MISSING", "there is no object s3://in/a b/c.jpg (any more)", Severity.PERMANENT));
    }

    @Test
    void denied_access_to_the_manifest_is_critical_and_nothing_is_downloaded() throws Exception {
        store.add(UPLOAD, PICTURE);
        store.breakAt("GET " + MANIFEST.key(), new StoreProblem.Denied(MANIFEST, "s3:GetObject"));

        assertThat(problem(run(SET)).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(store.calls()).hasSize(1);
    }

    @Test
    void a_damaged_picture_is_a_permanent_problem_and_leaves_nothing() throws Exception {
        store.add(UPLOAD, "rubbish".getBytes(UTF_8));
        assertThat(problem(run(SET)).code()).isEqualTo("CORRUPT");

        store.add(UPLOAD, PICTURE);
        images.breakDecoding(new ImageProblem.Corrupt("cut off"));
        assertThat(problem(run(SET)))
                .isEqualTo(Problem.of("CORRUPT", "the picture is damaged: cut off", Severity.PERMANENT));
        assertThat(store.list("out")).isEmpty();
    }

    @Test
    void too_many_bytes_or_pixels_are_refused() throws Exception {
        store.add(UPLOAD, "9000x9000".getBytes(UTF_8));
        assertThat(problem(run(SET)).message()).contains("81,000,000 pixels", "limit is 10,000,000");

        store.add(UPLOAD, new byte[101]);
        assertThat(problem(run(SET)).message()).contains("101 bytes", "limit is 100");
    }

    @Test
    void a_rendition_that_cannot_be_encoded_leaves_no_manifest() throws Exception {
        store.add(UPLOAD, PICTURE);
        images.breakPng(new ImageProblem.EngineFailed("out of memory"));

        assertThat(problem(run(SET)))
                .isEqualTo(Problem.of("ENGINE", "the image engine failed: out of memory", Severity.RETRYABLE));
        assertThat(store.calls()).doesNotContain("PUT manifests/a b/c.jpg");
    }

    @Test
    void a_rendition_that_cannot_be_stored_leaves_no_manifest() throws Exception {
        store.add(UPLOAD, PICTURE);
        var place = new ObjectId("out", "renditions/a b/c.jpg/small.png");
        store.breakAt("PUT " + place.key(), new StoreProblem.Unavailable(place, "slow down"));

        assertThat(problem(run(SET)).retryable()).isTrue();
        assertThat(store.calls()).doesNotContain("PUT manifests/a b/c.jpg");
    }

    @Test
    void an_error_in_the_engine_reaches_the_batch_when_nothing_uses_the_picture_any_more() throws Exception {
        store.add(UPLOAD, PICTURE);
        var error = new OutOfMemoryError("for the test");
        images.throwAtPng(error);

        assertThatThrownBy(() -> run(SET)).isSameAs(error);
        assertThat(store.calls()).doesNotContain("PUT manifests/a b/c.jpg");
    }

    @Test
    void a_failed_item_ends_only_when_the_uploads_it_began_have_ended() throws Exception {
        store.add(UPLOAD, PICTURE);
        images.throwAtPng(new OutOfMemoryError("for the test"));
        var uploading = new CountDownLatch(1);
        store.holdAt("PUT renditions/a b/c.jpg/small.webp", uploading);

        var item = lanes.onNetwork(() -> uninterrupted(SET));
        Awaitility.await().until(() -> store.calls().contains("PUT renditions/a b/c.jpg/small.webp"));

        assertThatThrownBy(() -> item.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        uploading.countDown();
        assertThatThrownBy(item::join).hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void pixels_that_are_not_expected_to_be_done_are_not_begun() throws Exception {
        store.add(UPLOAD, PICTURE);
        var shortly = new CancellationSource(() -> 1_000_000);

        var outcome = job(SET).run(shortly, new Source(UPLOAD, MemoryStore.etag(PICTURE)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NotStarted.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("its pixels are expected to take ")
                                .endsWith(" ms, and 1 were left"));
        assertThat(store.list("out")).isEmpty();
    }

    @Test
    void an_encoding_that_cannot_be_stopped_is_not_begun_without_time() throws Exception {
        store.add(UPLOAD, PICTURE);
        var avif = RenditionSet.parse("[{\"name\": \"a\", \"width\": 1200, \"formats\": [\"webp\", \"avif\"]}]");
        var looks = new AtomicInteger();
        var running = new CancellationSource(() -> looks.getAndIncrement() == 0 ? Long.MAX_VALUE : 1_000_000);

        var outcome = job(avif).run(running, new Source(UPLOAD, MemoryStore.etag(PICTURE)));

        assertThat(outcome)
                .isEqualTo(new Outcome.NotFinished<>(
                        "no time was left to begin an encoding that cannot be stopped (avif)"));
        assertThat(store.list("out")).containsOnlyKeys("renditions/a b/c.jpg/a.webp");
    }

    @Test
    void memory_is_given_back_whatever_happens() throws Exception {
        store.add(UPLOAD, PICTURE);
        run(SET);
        images.throwAtPng(new OutOfMemoryError("for the test"));
        store.add(UPLOAD, "600x400".getBytes(UTF_8));
        assertThatThrownBy(() -> run(SET)).isInstanceOf(OutOfMemoryError.class);

        assertThat(memory.uploads().available() + memory.pixels().available()).isEqualTo(MEMORY);
    }

    @Test
    void a_commit_that_was_lost_to_newer_content_ends_with_its_renditions() throws Exception {
        store.add(UPLOAD, PICTURE);
        var uploading = new CountDownLatch(1);
        store.holdAt("PUT renditions/a b/c.jpg/square.jpg", uploading);
        var old = lanes.onNetwork(() -> uninterrupted(SET));
        Awaitility.await().until(() -> store.calls().contains("PUT renditions/a b/c.jpg/square.jpg"));
        store.add(UPLOAD, "60x40".getBytes(UTF_8));
        var newer = lanes.onNetwork(() -> uninterrupted(SET));
        Awaitility.await()
                .until(() -> store.calls().stream()
                                .filter("PUT renditions/a b/c.jpg/square.jpg"::equals)
                                .count()
                        == 2);

        uploading.countDown();

        assertThat(List.of(old.join(), newer.join())).allMatch(Outcome.Done.class::isInstance);
        assertThat(text(MANIFEST.key())).contains("\"source\":{", "\"width\":60,\"height\":40}");
        assertThat(text("renditions/a b/c.jpg/square.jpg")).isEqualTo("60x40 jpeg 60");
        assertThat(text("renditions/a b/c.jpg/small.webp")).isEqualTo("60x40 webp 80");
    }

    @Test
    void an_older_version_never_lies_over_a_newer_one() throws Exception {
        store.add(UPLOAD, "60x40".getBytes(UTF_8));
        run(SET);
        var older = new Source(new ObjectId("in", UPLOAD.key(), "v1"), MemoryStore.etag(PICTURE));

        assertThat(job(SET).run(Cancellation.never(), older)).isInstanceOf(Outcome.Skipped.class);
        assertThat(text("renditions/a b/c.jpg/square.jpg")).isEqualTo("60x40 jpeg 60");
    }

    @Test
    void two_attempts_at_once_commit_once() throws Exception {
        store.add(UPLOAD, PICTURE);
        store.breakAt("PUT " + MANIFEST.key(), new StoreProblem.Changed(MANIFEST));

        var problem = problem(run(SET));

        assertThat(problem.code()).isEqualTo("LOST_COMMIT");
        assertThat(problem.retryable()).isTrue();
    }

    @Test
    void cancelled_work_is_not_finished_and_writes_nothing() throws Exception {
        store.add(UPLOAD, PICTURE);
        var cancelled = new CancellationSource();
        cancelled.cancel();

        var outcome = job(SET).run(cancelled, new Source(UPLOAD, MemoryStore.etag(PICTURE)));

        assertThat(outcome).isInstanceOf(Outcome.NotFinished.class);
        assertThat(store.list("out")).isEmpty();
    }

    private Outcome<Made> run(RenditionSet set) throws InterruptedException {
        var there = store.list("in").get(UPLOAD.key());
        return job(set).run(Cancellation.never(), new Source(UPLOAD, there == null ? "gone" : MemoryStore.etag(there)));
    }

    private Outcome<Made> uninterrupted(RenditionSet set) {
        try {
            return run(set);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private ResizeJob job(RenditionSet set) {
        return new ResizeJob(
                store,
                images,
                lanes,
                memory,
                new CostModel(),
                new JobSettings(set, LAYOUT, new ImageLimits(10_000_000, 10_000_000), 100, "max-age=1"));
    }

    private String text(String key) {
        return new String(store.list("out").get(key), UTF_8);
    }

    private static Problem problem(Outcome<Made> outcome) {
        return ((Outcome.Failed<Made>) outcome).problem();
    }
}
