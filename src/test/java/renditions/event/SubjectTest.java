package renditions.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import renditions.store.ObjectId;
import renditions.testing.FakeSource;

final class SubjectTest {
    /// Each key is of this many blocks, `Aa` or `BB`, which have the same hash code.
    private static final int BLOCKS = 12;

    @Test
    void the_order_of_subjects_is_consistent_with_equals() {
        var subjects = subjects();
        for (var one : subjects) {
            for (var other : subjects) {
                assertThat(one.compareTo(other) == 0)
                        .as("%s and %s", one, other)
                        .isEqualTo(one.equals(other));
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
            }
        }
        assertThat(subjects)
                .as("each twice")
                .hasSize(2 * (int) subjects.stream().distinct().count());
    }

    @Test
    void thousands_of_keys_with_one_hash_code_are_told_apart() {
        var keys = IntStream.range(0, 1 << BLOCKS).mapToObj(SubjectTest::key).toList();
        assertThat(keys).doesNotHaveDuplicates().extracting(String::hashCode).containsOnly(key(0).hashCode());
        var entries = keys.stream().map(key -> upload(key, null, null, null)).toList();

        var distinct = DistinctItems.of(FakeSource.independent(
                List.of(new Delivery("first", 1, "", entries), new Delivery("second", 1, "", entries))));

        assertThat(distinct.items()).extracting(Item::entry).isEqualTo(entries);
        assertThat(distinct.places().subList(0, keys.size()))
                .isEqualTo(distinct.places().subList(keys.size(), 2 * keys.size()));
    }

    /// Every two differ in one field at least, but each is there twice.
    private static List<Subject> subjects() {
        var subjects = new ArrayList<Subject>();
        for (int times = 0; times < 2; times++) {
            for (var group : List.of("", "g")) {
                for (var entry : entries()) {
                    subjects.add(Subject.of(group, entry));
                }
            }
        }
        return subjects;
    }

    private static List<Entry> entries() {
        var object = new ObjectId("in", "a");
        return List.of(
                upload("Aa", null, null, null),
                upload("BB", null, null, null),
                upload("a", null, null, null),
                upload("a", "1", null, null),
                upload("a", null, "1", null),
                upload("a", null, null, "1"),
                upload("a", "2", null, "1"),
                new Upload(new ObjectId("other", "a"), null, OptionalLong.empty(), null),
                new Removal(object, null),
                new Removal(object, "1"),
                new Entry.Ignored("in"),
                new Entry.Unreadable("in"),
                new Entry.Unreadable("a"));
    }

    private static Entry upload(
            String key, @Nullable String version, @Nullable String etag, @Nullable String sequencer) {
        return new Upload(new ObjectId("in", key, version), etag, OptionalLong.empty(), sequencer);
    }

    private static String key(int number) {
        var key = new StringBuilder();
        for (int block = 0; block < BLOCKS; block++) {
            key.append((number >> block & 1) == 0 ? "Aa" : "BB");
        }
        return key.toString();
    }
}
