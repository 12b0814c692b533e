package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import renditions.batch.Cancellation;
import renditions.testing.MemoryStore;

/// The store in memory, which most tests rely on, is a store.
final class MemoryStoreTest extends StoreContract {
    private final MemoryStore plain = new MemoryStore();
    private final MemoryStore versioned = MemoryStore.versioned(MemoryStore.ticking());

    @Override
    ObjectStore store(String bucket) {
        return bucket.equals(VERSIONED) ? versioned : plain;
    }

    @Test
    void a_page_has_a_thousand_objects_and_says_whether_there_are_more() {
        for (int i = 0; i <= Page.MOST; i++) {
            plain.add(new ObjectId(BUCKET, "pages/" + (1000 + i)), new byte[0]);
        }

        var first = (Page) plain.list(Cancellation.never(), BUCKET, "pages/", "");
        assertThat(first.entries())
                .hasSize(Page.MOST)
                .last()
                .extracting(Page.Entry::key)
                .isEqualTo("pages/1999");
        assertThat(first.more()).isTrue();
        var last = (Page) plain.list(Cancellation.never(), BUCKET, "pages/", "pages/1999");
        assertThat(last.entries()).extracting(Page.Entry::key).containsExactly("pages/2000");
        assertThat(last.more()).isFalse();
    }

    @Test
    void objects_are_modified_by_the_clock_of_the_test_in_whole_seconds() {
        var object = new ObjectId(BUCKET, "timed");
        var store = new MemoryStore(() -> Instant.parse("2026-02-03T04:05:06.789Z"));
        store.add(object, "first".getBytes(UTF_8));

        assertThat(store.head(Cancellation.never(), object))
                .isInstanceOfSatisfying(
                        ObjectFacts.class,
                        facts -> assertThat(facts.modified()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z")));
    }
}
