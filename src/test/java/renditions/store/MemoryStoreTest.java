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
