package renditions.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.reprocess.SweepReport.Ending;
import renditions.reprocess.Tick.Range;
import renditions.store.Listed;
import renditions.store.Page;
import renditions.testing.ForwardingStore;
import renditions.testing.MemoryStore;

/// The merge of two listings: keys that strangers choose, the number of calls, and a bucket without an order.
final class MergeTest {
    private static final Cancellation NEVER = Cancellation.never();

    private final Household house = new Household().settled();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void hostile_keys_are_merged_and_announced_as_they_are() {
        var keys = List.of(
                " ",
                "!",
                "%",
                "%2B",
                "+",
                "-",
                ".",
                "..",
                "/",
                "//a",
                "a",
                "a b",
                "a+b",
                "a-",
                "a/",
                "a/b",
                "a\nb",
                "a\u0001",
                "\"}]",
                "é",
                "e\u0301",
                "\uE000",
                "\uFF01",
                "\uFFFD",
                "\uD83C\uDF41",
                "manifests/a",
                "é".repeat(490));
        keys.forEach(key -> house.upload(key));
        for (int i = 0; i < keys.size(); i += 2) {
            house.later(1).manifest(keys.get(i));
        }

        var report = house.sweep().run(NEVER, "t", Range.ALL, false);

        var missing = new ArrayList<String>();
        for (int i = 1; i < keys.size(); i += 2) {
            missing.add("made " + keys.get(i));
        }
        assertThat(report.listed()).isEqualTo(keys.size());
        assertThat(Announced.in(house.queue.take())).containsExactlyInAnyOrderElementsOf(missing);
    }

    @Test
    void each_page_of_both_listings_is_fetched_once() {
        var random = new Random(7);
        int manifests = 0;
        for (int i = 0; i < 4000; i++) {
            var key = "k" + (10_000 + i);
            if (random.nextInt(4) > 0) {
                house.upload(key);
            }
            if (random.nextInt(4) > 0) {
                house.manifest(key);
                manifests++;
            }
        }
        int uploads = house.store.list(Household.UPLOADS).size();

        var report = house.sweep().run(NEVER, "t", Range.ALL, false);

        assertThat(report.ending()).isEqualTo(new Ending.Finished());
        assertThat(house.listings()).hasSize(pages(uploads) + pages(manifests));
        assertThat(report.found().values().stream().mapToLong(Long::longValue).sum())
                .as("each key has a defect: the uploads and manifests are of one second")
                .isEqualTo(report.listed());
    }

    private static int pages(int objects) {
        return (objects + Page.MOST - 1) / Page.MOST;
    }

    @Test
    void a_bucket_without_an_order_is_refused_before_anything_is_sent() {
        house.upload("a", "b");
        var unordered = new UnorderedStore(house.store);

        var report = house.sweep(unordered, house.queue, Household.SETTINGS).run(NEVER, "t", Range.ALL, false);

        assertThat(report.ending())
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.problem().message())
                                .isEqualTo("the bucket uploads does not list its keys in the order of their bytes;"
                                        + " reprocessing needs a general purpose bucket"));
        assertThat(house.queue.take()).isEmpty();
    }

    @Test
    void a_prefix_looks_at_its_keys_only() {
        house.upload("a", "b/1", "b/2", "c").manifest("b/3", "d");

        var report = house.sweep().run(NEVER, "t", new Range("b/", false), false);

        assertThat(report.found()).containsOnly(entry(Defect.MISSING, 2L), entry(Defect.ORPHANED, 1L));
    }

    /// Lists its keys from the last to the first.
    private static final class UnorderedStore extends ForwardingStore {
        UnorderedStore(MemoryStore store) {
            super(store);
        }

        @Override
        public Listed list(Cancellation cancellation, String bucket, String prefix, String after) {
            var page = (Page) super.list(cancellation, bucket, prefix, after);
            return new Page(page.entries().reversed(), page.more());
        }
    }
}
