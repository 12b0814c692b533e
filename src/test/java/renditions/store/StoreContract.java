package renditions.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import renditions.batch.Cancellation;
import renditions.testing.Canceller;
import renditions.testing.MemoryStore;

/// What every store keeps: the one in memory, on which most tests rely, and S3's own protocol. Each test has keys
/// of its own.
abstract class StoreContract {
    static final String BUCKET = "contract";
    static final String VERSIONED = "contract-versioned";

    private static final Cancellation NEVER = Cancellation.never();
    private static final Labels LABELS = new Labels("image/webp", "max-age=1");
    private static final Condition ALWAYS = new Condition.Always();
    private static final byte[] FIRST = "first".getBytes(UTF_8);
    private static final byte[] SECOND = "second".getBytes(UTF_8);

    /// The store, with an empty bucket [#BUCKET] and one that keeps versions, [#VERSIONED].
    ///
    /// @param bucket the one that the test is about to use
    abstract ObjectStore store(String bucket);

    @Test
    void what_is_put_can_be_got_and_looked_at() {
        var object = object("put");
        var labels = new Labels("image/webp", "max-age=1", Map.of("made-of", "\"e\"", "n", "a  b=1; ~"));

        var receipt = (Receipt) store(BUCKET).put(NEVER, object, segment(FIRST), labels, ALWAYS);
        try (var got = (StoredObject) store(BUCKET).get(NEVER, object, null, 100)) {
            assertThat(got.bytes().toArray(ValueLayout.JAVA_BYTE)).isEqualTo(FIRST);
            assertThat(got.facts())
                    .isEqualTo(new ObjectFacts(receipt.etag(), 5, got.modified(), null, labels.metadata()));
            assertThat(store(BUCKET).head(NEVER, object)).isEqualTo(got.facts());
            assertThat(got.modified()).isEqualTo(got.modified().truncatedTo(ChronoUnit.SECONDS));
        }
        assertThat(receipt).isEqualTo(new Receipt(MemoryStore.etag(FIRST), null));
    }

    @Test
    void an_object_may_be_empty() {
        put(object("empty"), new byte[0], ALWAYS);

        assertThat(content(object("empty"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "a%2Bb", "100%", "é", "\uD83C\uDF41.png", "a=b&c?d#e", "it's"})
    void a_key_is_taken_as_it_is(String name) {
        var object = object("keys/" + name + "/end");
        put(object, name.getBytes(UTF_8), ALWAYS);

        assertThat(content(object)).isEqualTo(name);
        assertThat(store(BUCKET).head(NEVER, object)).isInstanceOf(ObjectFacts.class);
        assertThat(store(BUCKET).delete(NEVER, object)).isEqualTo(new Gone());
        assertThat(store(BUCKET).head(NEVER, object)).isEqualTo(new StoreProblem.Missing(object));
    }

    @Test
    void what_is_not_there_is_missing_and_removing_it_changes_nothing() {
        var object = object("missing");

        assertThat(store(BUCKET).get(NEVER, object, null, 100)).isEqualTo(new StoreProblem.Missing(object));
        assertThat(store(BUCKET).get(NEVER, object, "e", 100)).isEqualTo(new StoreProblem.Missing(object));
        assertThat(store(BUCKET).head(NEVER, object)).isEqualTo(new StoreProblem.Missing(object));
        assertThat(store(BUCKET).delete(NEVER, object)).isEqualTo(new Gone());
    }

    @Test
    void what_is_deleted_is_missing() {
        var object = object("deleted");
        put(object, FIRST, ALWAYS);

        assertThat(store(BUCKET).delete(NEVER, object)).isEqualTo(new Gone());
        assertThat(store(BUCKET).get(NEVER, object, null, 100)).isEqualTo(new StoreProblem.Missing(object));
        assertThat(store(BUCKET).delete(NEVER, object)).isEqualTo(new Gone());
    }

    @Test
    void the_newest_lies_there_and_the_same_bytes_have_the_same_entity_tag() {
        var object = object("newest");
        var first = put(object, FIRST, ALWAYS);
        var second = put(object, SECOND, ALWAYS);
        assertThat(content(object)).isEqualTo("second");
        var again = put(object, FIRST, ALWAYS);

        assertThat(content(object)).isEqualTo("first");
        assertThat(again).isEqualTo(first).isNotEqualTo(second);
    }

    @Test
    void if_absent_lets_only_the_first_write() {
        var object = object("once");
        assertThat(put(object, FIRST, new Condition.IfAbsent())).isInstanceOf(Receipt.class);

        assertThat(put(object, SECOND, new Condition.IfAbsent())).isEqualTo(new StoreProblem.Changed(object));
        assertThat(content(object)).isEqualTo("first");

        store(BUCKET).delete(NEVER, object);
        assertThat(put(object, SECOND, new Condition.IfAbsent())).isInstanceOf(Receipt.class);
    }

    @Test
    void if_match_writes_only_over_the_content_it_names() {
        var object = object("swap");
        var quoted = ((Receipt) put(object, FIRST, ALWAYS)).etag();
        var bare = MemoryStore.etag(SECOND).replace("\"", "");

        assertThat(put(object, SECOND, new Condition.IfMatch(quoted))).isInstanceOf(Receipt.class);
        assertThat(put(object, FIRST, new Condition.IfMatch(quoted))).isEqualTo(new StoreProblem.Changed(object));
        assertThat(content(object)).isEqualTo("second");
        assertThat(put(object, FIRST, new Condition.IfMatch(bare))).isInstanceOf(Receipt.class);
    }

    @Test
    void if_match_does_not_hold_where_there_is_nothing() {
        var object = object("nothing");

        assertThat(put(object, FIRST, new Condition.IfMatch(MemoryStore.etag(FIRST))))
                .isEqualTo(new StoreProblem.Changed(object));
        assertThat(store(BUCKET).head(NEVER, object)).isEqualTo(new StoreProblem.Missing(object));
    }

    @Test
    void a_download_gives_the_content_that_it_names_or_none() {
        var object = object("named");
        var quoted = ((Receipt) put(object, FIRST, ALWAYS)).etag();
        for (var etag : new String[] {quoted, quoted.replace("\"", "")}) {
            try (var got = (StoredObject) store(BUCKET).get(NEVER, object, etag, 100)) {
                assertThat(got.etag()).isEqualTo(quoted);
            }
        }

        put(object, SECOND, ALWAYS);
        assertThat(store(BUCKET).get(NEVER, object, quoted, 100)).isEqualTo(new StoreProblem.Changed(object));
    }

    @Test
    void more_than_is_allowed_is_too_large() {
        var object = object("large");
        put(object, FIRST, ALWAYS);

        var facts = (ObjectFacts) store(BUCKET).head(NEVER, object);
        assertThat(store(BUCKET).get(NEVER, object, null, 4)).isEqualTo(new StoreProblem.TooLarge(object, facts, 4));
        try (var whole = (StoredObject) store(BUCKET).get(NEVER, object, null, 5)) {
            assertThat(whole.bytes().byteSize()).isEqualTo(5);
        }
    }

    @Test
    void versions_are_kept_where_the_bucket_keeps_them() {
        var store = store(VERSIONED);
        var object = new ObjectId(VERSIONED, "versions");
        var first = (Receipt) store.put(NEVER, object, segment(FIRST), LABELS, ALWAYS);
        var second = (Receipt) store.put(NEVER, object, segment(SECOND), LABELS, ALWAYS);
        var older = new ObjectId(VERSIONED, "versions", first.version());

        assertThat(first.version()).isNotNull().isNotEqualTo(second.version());
        assertThat(store.head(NEVER, object))
                .isInstanceOfSatisfying(
                        ObjectFacts.class, facts -> assertThat(facts.version()).isEqualTo(second.version()));
        try (var got = (StoredObject) store.get(NEVER, older, null, 100)) {
            assertThat(got.version()).isEqualTo(first.version());
            assertThat(got.etag()).isEqualTo(first.etag());
        }

        assertThat(store.delete(NEVER, object)).isEqualTo(new Gone());
        assertThat(store.get(NEVER, object, null, 100)).isEqualTo(new StoreProblem.Missing(object));
        assertThat(store.head(NEVER, older)).isInstanceOf(ObjectFacts.class);
        assertThat(store.delete(NEVER, older)).isEqualTo(new Gone());
        assertThat(store.head(NEVER, older)).isEqualTo(new StoreProblem.Missing(older));
        assertThat(store.put(NEVER, object, segment(FIRST), LABELS, new Condition.IfAbsent()))
                .isInstanceOf(Receipt.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a+b", "a%2Bb", "100%", "é", "\uD83C\uDF41.png", "a=b&c?d#e", "it's", "<a>&amp;"})
    void a_key_is_listed_as_it_is(String name) {
        var object = object("listed/" + name + "/end");
        var receipt = (Receipt) put(object, FIRST, ALWAYS);
        var facts = (ObjectFacts) store(BUCKET).head(NEVER, object);

        assertThat(store(BUCKET).list(NEVER, BUCKET, "listed/" + name, ""))
                .isEqualTo(new Page(List.of(new Page.Entry(object.key(), receipt.etag(), 5, facts.modified())), false));
    }

    @Test
    void a_listing_has_the_keys_of_a_prefix_after_a_key_in_their_order() {
        for (var name : List.of("c", "a", "b-1", "b")) {
            put(object("list/" + name), FIRST, ALWAYS);
        }
        put(object("list-"), FIRST, ALWAYS);

        assertThat(keys("list/", "")).containsExactly("list/a", "list/b", "list/b-1", "list/c");
        assertThat(keys("list/", "list/b")).containsExactly("list/b-1", "list/c");
        assertThat(keys("list/", "list/bb")).containsExactly("list/c");
        assertThat(keys("list/b", "list/a")).containsExactly("list/b", "list/b-1");
        assertThat(keys("list/", "list/c")).isEmpty();
    }

    @Test
    void keys_beyond_ascii_are_listed_behind_others_and_also_after_a_key() {
        for (var name : List.of("é", "z", "\uD83C\uDF41")) {
            put(object("beyond/" + name), FIRST, ALWAYS);
        }

        assertThat(keys("beyond/", "")).containsExactly("beyond/z", "beyond/é", "beyond/\uD83C\uDF41");
        assertThat(keys("beyond/", "beyond/z")).containsExactlyElementsOf(afterZ());
    }

    /// The keys beyond ASCII that come after one in ASCII.
    List<String> afterZ() {
        return List.of("beyond/é", "beyond/\uD83C\uDF41");
    }

    private List<String> keys(String prefix, String after) {
        var page = (Page) store(BUCKET).list(NEVER, BUCKET, prefix, after);
        return page.entries().stream().map(Page.Entry::key).toList();
    }

    @Test
    void a_cancelled_call_does_nothing() {
        var object = object("cancelled");
        var cancelled = Canceller.cancelled();
        put(object, FIRST, ALWAYS);
        var stopped = new StoreProblem.Stopped(object);

        assertThat(store(BUCKET).get(cancelled, object, null, 100)).isEqualTo(stopped);
        assertThat(store(BUCKET).put(cancelled, object, segment(SECOND), LABELS, ALWAYS))
                .isEqualTo(stopped);
        assertThat(store(BUCKET).head(cancelled, object)).isEqualTo(stopped);
        assertThat(store(BUCKET).delete(cancelled, object)).isEqualTo(stopped);
        assertThat(store(BUCKET).list(cancelled, BUCKET, "cancelled", ""))
                .isEqualTo(new StoreProblem.Stopped(object("cancelled*")));
        assertThat(content(object)).isEqualTo("first");
    }

    private static ObjectId object(String key) {
        return new ObjectId(BUCKET, key);
    }

    private Written put(ObjectId object, byte[] bytes, Condition condition) {
        return store(BUCKET).put(NEVER, object, segment(bytes), LABELS, condition);
    }

    private String content(ObjectId object) {
        try (var got = (StoredObject) store(BUCKET).get(NEVER, object, null, 100)) {
            return new String(got.bytes().toArray(ValueLayout.JAVA_BYTE), UTF_8);
        }
    }

    private static MemorySegment segment(byte[] bytes) {
        return MemorySegment.ofArray(bytes);
    }
}
