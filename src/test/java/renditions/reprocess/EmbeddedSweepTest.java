package renditions.reprocess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static renditions.reprocess.Household.RENDITIONS;
import static renditions.reprocess.Household.UPLOADS;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.batch.CancellationSource;
import renditions.local.EmbeddedS3;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick.Range;
import renditions.store.Condition;
import renditions.store.Fetched;
import renditions.store.Labels;
import renditions.store.Listed;
import renditions.store.Looked;
import renditions.store.ObjectId;
import renditions.store.ObjectStore;
import renditions.store.Page;
import renditions.store.S3ObjectStore;
import renditions.store.Written;
import renditions.testing.ForwardingStore;
import renditions.testing.Soak;
import software.amazon.awssdk.services.s3.S3Client;

/// Many uploads on the embedded S3, three of them with each defect: exactly those are found, with no more requests
/// than there are pages, also by a sweep that was killed in the middle.
final class EmbeddedSweepTest {
    private static final int UPLOADED = Soak.times(2_000, 20_000);
    private static final byte[] MANIFEST = "m".repeat(300).getBytes(UTF_8);
    private static final Set<Integer> MISSING = Set.of(0, UPLOADED / 2 + 7, UPLOADED - 1);
    private static final Set<Integer> OUTDATED = Set.of(1, 999, 1000);
    private static final Set<Integer> STALE = Set.of(2, 1001, UPLOADED - 2);

    private final Household house = new Household();
    private final EmbeddedS3 s3 = EmbeddedS3.start();
    private final S3Client client = s3.client();
    private final ObjectStore store = new S3ObjectStore(client);

    @BeforeEach
    void fill() throws InterruptedException {
        s3.createBucket(UPLOADS);
        s3.createBucket(RENDITIONS);
        OUTDATED.forEach(this::manifest);
        for (int i = 0; i < UPLOADED; i++) {
            s3.put(UPLOADS, key(i), "u".getBytes(UTF_8));
        }
        nextSecond();
        STALE.forEach(this::manifest);
        for (int i = 0; i < 3; i++) {
            s3.put(RENDITIONS, "manifests/gone/" + i, MANIFEST);
        }
        nextSecond();
        house.at(Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Marker.DEPLOYMENT));
        for (int i = 0; i < UPLOADED; i++) {
            if (!MISSING.contains(i) && !OUTDATED.contains(i) && !STALE.contains(i)) {
                manifest(i);
            }
        }
    }

    @AfterEach
    void close() {
        client.close();
        s3.close();
        house.close();
    }

    @Test
    void exactly_the_defects_are_found_with_a_request_for_each_page_and_by_a_sweep_that_was_killed_too() {
        var first = new Counted(store, Integer.MAX_VALUE);
        var report = house.sweep(first, house.queue, Household.SETTINGS).run(first.time, "t1", Range.ALL, false);

        assertThat(report.ending()).isEqualTo(new Ending.Finished());
        assertThat(report.found())
                .containsOnly(
                        entry(Defect.MISSING, 3L),
                        entry(Defect.OUTDATED, 3L),
                        entry(Defect.STALE, 3L),
                        entry(Defect.ORPHANED, 3L));
        var expected = expected();
        assertThat(Announced.in(house.queue.take())).isEqualTo(expected);
        int pages = pages(UPLOADED) + pages(UPLOADED); // there are as many manifests: three are missing, three too many
        assertThat(first.lists.get()).isEqualTo(pages);
        assertThat(first.others.get())
                .as("the marker is read and written, the position is read")
                .isEqualTo(3);

        var killed = new Counted(store, pages / 2);
        assertThat(house.sweep(killed, house.queue, Household.SETTINGS)
                        .run(killed.time, "t2", Range.ALL, false)
                        .ending())
                .isEqualTo(new Ending.OutOfTime());
        var rest =
                house.sweep(store, house.queue, Household.SETTINGS).run(Cancellation.never(), "t3", Range.ALL, false);
        assertThat(rest.ending()).isEqualTo(new Ending.Finished());
        assertThat(Announced.in(house.queue.take())).isEqualTo(expected);
    }

    private static Set<String> expected() {
        var expected = new TreeSet<String>();
        MISSING.forEach(i -> expected.add("made " + key(i)));
        OUTDATED.forEach(i -> expected.add("made " + key(i)));
        STALE.forEach(i -> expected.add("made " + key(i)));
        for (int i = 0; i < 3; i++) {
            expected.add("removed gone/" + i);
        }
        return expected;
    }

    private void manifest(int i) {
        s3.put(RENDITIONS, "manifests/" + key(i), MANIFEST);
    }

    private static String key(int i) {
        return "k/" + (100_000 + i) + ".jpg";
    }

    private static int pages(int objects) {
        return (objects + Page.MOST - 1) / Page.MOST;
    }

    private static void nextSecond() throws InterruptedException {
        Thread.sleep(1001 - System.currentTimeMillis() % 1000);
    }

    /// Counts calls, and is killed after some listings: no call comes back any more.
    private static final class Counted extends ForwardingStore {
        private final AtomicInteger lists = new AtomicInteger();
        private final AtomicInteger others = new AtomicInteger();
        private final CancellationSource time = new CancellationSource();
        private final int most;

        Counted(ObjectStore store, int most) {
            super(store);
            this.most = most;
        }

        @Override
        public Fetched get(Cancellation cancellation, ObjectId object, @Nullable String etag, long maxBytes) {
            others.incrementAndGet();
            return super.get(cancellation, object, etag, maxBytes);
        }

        @Override
        public Looked head(Cancellation cancellation, ObjectId object) {
            others.incrementAndGet();
            return super.head(cancellation, object);
        }

        @Override
        public Written put(
                Cancellation cancellation, ObjectId object, MemorySegment bytes, Labels labels, Condition condition) {
            others.incrementAndGet();
            return super.put(cancellation, object, bytes, labels, condition);
        }

        @Override
        public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
            if (lists.incrementAndGet() > most) {
                time.cancel();
            }
            return super.list(cancellation, bucket, prefix, after);
        }
    }
}
