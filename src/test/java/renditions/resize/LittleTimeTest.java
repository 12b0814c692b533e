package renditions.resize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static renditions.resize.Desk.MANIFEST;
import static renditions.resize.Desk.PICTURE;
import static renditions.resize.Desk.SET;
import static renditions.resize.Desk.UPLOAD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Batch;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.batch.Deadline;
import renditions.batch.Lanes;
import renditions.batch.Outcome;
import renditions.batch.Reason;
import renditions.batch.Work;
import renditions.catalog.Made;
import renditions.catalog.RenditionSet;
import renditions.catalog.Source;
import renditions.image.Format;
import renditions.image.PixelSize;
import renditions.store.ObjectId;
import renditions.store.StoreProblem;
import renditions.testing.Latches;
import renditions.testing.MemoryStore;

/// What is begun, and what waits or is left out, when there is little time.
class LittleTimeTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
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

    /// Both pixel threads are busy; a damaged picture is told from its header.
    @Test
    void a_header_does_not_wait_for_pixels() throws Exception {
        desk.store().add(UPLOAD, "rubbish".getBytes(UTF_8));
        var free = new CountDownLatch(1);
        var busy = Stream.generate(() -> desk.lanes().onPixels(() -> {
                    Latches.awaitWhateverComes(free);
                    return true;
                }))
                .limit(2)
                .toList();

        var outcome = desk.lanes().onNetwork(() -> desk.uninterrupted(SET));
        try {
            assertThat(outcome.get(1, TimeUnit.MINUTES)).isInstanceOf(Outcome.Failed.class);
        } finally {
            free.countDown();
            busy.forEach(Lanes::settle);
            Lanes.settle(outcome);
        }
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
